package haicap.org.officers;

import haicap.platform.privacy.Matter;
import haicap.platform.privacy.TellsOf;

/** An officer: a service number and nothing else. */
@TellsOf(Matter.OFFICER)
public record Officer(String id, String serviceNumber) {}
