package haicap.reporting.facts;

import haicap.platform.catalogue.Catalogue;
import haicap.platform.events.InboundEvent;
import haicap.platform.inbox.CannotApply;
import haicap.platform.trace.Trace;
import haicap.reporting.files.CountedKind;
import haicap.reporting.files.Fact;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An event about a file, as far as reporting cares.
 *
 * @param fact what it says of the file
 * @param activity how what happened is named; null when nothing is told of it
 * @param at when it happened
 * @param cause the trace of the request that made it happen
 */
public record Arrival(Fact fact, @Nullable String activity, Instant at, Trace cause) {

    /** Where sources tell of files. */
    public static final Set<String> TOPICS =
            CountedKind.ALL.stream()
                    .map(CountedKind::topic)
                    .collect(Collectors.toUnmodifiableSet());

    /** The inbox feed that applies them. */
    public static final String FEED = "files";

    private static final Pattern TYPE = Pattern.compile("haicap\\.[a-z-]+\\.(\\w+)\\.v1");
    private static final Pattern WORD = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    /**
     * Reads the event; empty when it is about something that is stored under no unit, which its
     * parts are told for.
     *
     * @throws CannotApply when it is of another version
     */
    public static Optional<Arrival> of(InboundEvent event) {
        var type = TYPE.matcher(event.type());
        if (!type.matches()) {
            throw new CannotApply("unknown: " + event.aggregate() + ", " + event.type());
        }
        var unitId = event.stateText("unitId");
        return unitId == null && !CountedKind.isCounted(event.aggregate())
                ? Optional.empty()
                : Optional.of(
                        new Arrival(
                                fact(event, unitId),
                                activity(event, type.group(1)),
                                event.time(),
                                Trace.of(event.traceparent())));
    }

    private static Fact fact(InboundEvent event, @Nullable String unitId) {
        return Fact.of(
                event.key(),
                CountedKind.nameOf(event.aggregate()),
                event.topic(),
                event.version().asLong(),
                Objects.requireNonNull(unitId, "unitId"),
                event.publicState());
    }

    /** The name of the event in lower case, its words joined by hyphens. */
    private static @Nullable String activity(InboundEvent event, String name) {
        var activity = WORD.matcher(name).replaceAll("-").toLowerCase(Locale.ROOT);
        return !event.isAnnouncedAnew() && Catalogue.activities().containsKey(activity)
                ? activity
                : null;
    }
}
