package haicap.reporting.facts;

import haicap.platform.events.Received;
import haicap.platform.inbox.CannotApply;
import haicap.platform.trace.Trace;
import haicap.reporting.files.CrimeReport;
import haicap.reporting.files.Fact;
import haicap.reporting.files.FileKind;
import haicap.reporting.files.Matter;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An event about a file, as far as reporting cares.
 *
 * @param fact what it says of the file
 * @param activity how what happened is named; null when the state is only announced anew
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

    private static final Pattern TYPE = Pattern.compile("haicap\\.[a-z]+\\.(\\w+)\\.v1");
    private static final Pattern WORD = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    private static final ConcurrentMap<Told, Optional<Subject>> SUBJECTS =
            new ConcurrentHashMap<>();

    private record Told(String aggregate, String type) {}

    /** What events of a type are about, and how what happened is named. */
    private record Subject(FileKind kind, String activity) {}

    /**
     * Reads the event; empty when it is about something that no figure depends on.
     *
     * @throws CannotApply when nobody here has heard of such events: whether a figure depends on
     *     them is for a later version to say
     */
    public static Optional<Arrival> of(Received event) {
        return SUBJECTS.computeIfAbsent(new Told(event.aggregate(), event.type()), Arrival::subject)
                .map(subject -> arrival(event, subject));
    }

    private static Optional<Subject> subject(Told told) {
        if (told.aggregate().equals(COUNTED_NOWHERE)) {
            return Optional.empty();
        }
        var kind = FileKind.ofAggregate(told.aggregate());
        var type = TYPE.matcher(told.type());
        if (kind.isEmpty() || !type.matches()) {
            throw new CannotApply("unknown: " + told.aggregate() + ", " + told.type());
        }
        return Optional.of(new Subject(kind.get(), activity(type.group(1))));
    }

    private static Arrival arrival(Received event, Subject subject) {
        var unitId = Objects.requireNonNull(event.stateText("unitId"), "unitId");
        var fact =
                new Fact(
                        event.key(),
                        event.version().asLong(),
                        unitId,
                        matter(event, subject.kind(), unitId));
        return new Arrival(
                fact,
                event.isAnnouncedAnew() ? null : subject.activity(),
                event.time(),
                Trace.of(event.traceparent()));
    }

    private static Matter matter(Received event, FileKind kind, String unitId) {
        var matter = event.state(kind.matter());
        return matter instanceof CrimeReport report ? report.receivedAtLeastBy(unitId) : matter;
    }

    /** The name of the event in lower case, its words joined by hyphens. */
    private static String activity(String name) {
        return WORD.matcher(name).replaceAll("-").toLowerCase(Locale.ROOT);
    }
}
