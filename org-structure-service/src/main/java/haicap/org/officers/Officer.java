package haicap.org.officers;

/** An officer: a service number and nothing else. */
public record Officer(String id, String serviceNumber) {}
