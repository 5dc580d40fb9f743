package haicap.platform.records;

import java.time.Instant;
import java.util.Locale;

/** For whom a record is shown: in which language, as of which instant. */
public record Viewer(Locale language, Instant at) {}
