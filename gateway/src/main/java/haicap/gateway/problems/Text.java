package haicap.gateway.problems;

/** The same in both languages. */
public record Text(String vi, String en) {}
