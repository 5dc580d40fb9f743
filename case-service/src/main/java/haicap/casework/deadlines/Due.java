package haicap.casework.deadlines;

import java.time.Instant;

/** What a file's holder must do next: by which rule, and by when. */
public record Due(String rule, Instant at) {}
