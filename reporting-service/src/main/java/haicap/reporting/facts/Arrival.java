package haicap.reporting.facts;

import haicap.platform.events.Received;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An event about a file, as far as reporting cares.
 *
 * @param fact what it says of the file
 * @param activity how what happened is named; null when the state is only announced anew
 * @param at when it happened
 */
record Arrival(Fact fact, @Nullable String activity, Instant at) {

    private record CrimeReportState(
            String unitId, boolean open, Instant receivedAt, @Nullable Instant dueAt) {}

    private record ObstacleState(String unitId, boolean open, Instant raisedAt) {}

    private static final Pattern TYPE = Pattern.compile("haicap\\.[a-z]+\\.(\\w+)\\.v1");
    private static final Pattern WORD = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    /** Reads the event; empty when it is about something that no figure depends on. */
    static Optional<Arrival> of(Received event) {
        var type = TYPE.matcher(event.type());
        if (!type.matches()) {
            return Optional.empty();
        }
        var name = type.group(1);
        if (name.startsWith("CrimeReport")) {
            return Optional.of(arrival(event, name, crimeReport(event)));
        }
        return name.startsWith("Obstacle")
                ? Optional.of(arrival(event, name, obstacle(event)))
                : Optional.empty();
    }

    private static Arrival arrival(Received event, String name, Fact fact) {
        var activity = event.isAnnouncedAnew() ? null : WORD.matcher(name).replaceAll("-");
        return new Arrival(
                fact, activity == null ? null : activity.toLowerCase(Locale.ROOT), event.time());
    }

    private static Fact crimeReport(Received event) {
        var state = event.state(CrimeReportState.class);
        return new Fact(
                event.key(),
                FileKind.CRIME_REPORT,
                event.version().asLong(),
                state.unitId(),
                state.open(),
                state.receivedAt(),
                state.dueAt());
    }

    private static Fact obstacle(Received event) {
        var state = event.state(ObstacleState.class);
        return new Fact(
                event.key(),
                FileKind.OBSTACLE,
                event.version().asLong(),
                state.unitId(),
                state.open(),
                state.raisedAt(),
                null);
    }
}
