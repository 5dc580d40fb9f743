package haicap.reporting.facts;

import haicap.platform.events.Received;
import haicap.platform.inbox.CannotApply;
import haicap.platform.trace.Trace;
import haicap.reporting.files.CrimeReport;
import haicap.reporting.files.Fact;
import haicap.reporting.files.FileKind;
import haicap.reporting.files.Matter;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An event about a file, as far as reporting cares.
 *
 * @param fact what it says of the file
 * @param activity the name of the event in lower case, its words joined by hyphens; null when the
 *     state is only announced anew
 * @param at when it happened
 * @param cause the trace of the request that made it happen
 */
public record Arrival(Fact fact, @Nullable String activity, Instant at, Trace cause) {

    /** Where sources tell of files. */
    public static final Set<String> TOPICS = Set.of("haicap.case.v1", "haicap.inspection.v1");

    /** The inbox feed that applies them. */
    public static final String FEED = "files";

    /** A campaign is told by its visits. */
    private static final String COUNTED_NOWHERE = "Campaign";

    /**
     * Reads the event; empty when it is about something that no figure depends on.
     *
     * @throws CannotApply when nobody here has heard of such events: whether a figure depends on
     *     them is for a later version to say
     */
    public static Optional<Arrival> of(Received event) {
        var name = name(event.type());
        if (name.startsWith(COUNTED_NOWHERE)) {
            return Optional.empty();
        }
        var kind =
                FileKind.ofEvent(name)
                        .orElseThrow(() -> new CannotApply("unknown type " + event.type()));
        return Optional.of(arrival(event, name, kind));
    }

    /** {@code haicap.case.CrimeReportReceived.v1} tells of a CrimeReportReceived. */
    private static String name(String type) {
        var parts = type.split("\\.");
        return parts.length == 4 && parts[0].equals("haicap") && parts[3].equals("v1")
                ? parts[2]
                : "";
    }

    private static Arrival arrival(Received event, String name, FileKind kind) {
        var unitId = Objects.requireNonNull(event.stateText("unitId"), "unitId");
        var fact =
                new Fact(
                        event.key(), event.version().asLong(), unitId, matter(event, kind, unitId));
        return new Arrival(
                fact,
                event.isAnnouncedAnew() ? null : activity(name),
                event.time(),
                Trace.of(event.traceparent()));
    }

    private static Matter matter(Received event, FileKind kind, String unitId) {
        var matter = event.state(kind.matter());
        return matter instanceof CrimeReport report ? report.receivedAtLeastBy(unitId) : matter;
    }

    private static String activity(String name) {
        var words = new StringBuilder();
        for (char letter : name.toCharArray()) {
            if (Character.isUpperCase(letter) && !words.isEmpty()) {
                words.append('-');
            }
            words.append(Character.toLowerCase(letter));
        }
        return words.toString();
    }
}
