package haicap.platform.records;

import java.time.Instant;

/** What is told of a deed, unless its kind has more to tell. */
public record Happened(Instant at, String byPost) {}
