package haicap.reporting.files;

import haicap.platform.events.EventJson;
import haicap.platform.orgcopy.Function;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A kind of work that is counted, listed or compared with its source. Of every other kind facts are
 * kept too, and counted nowhere, so that a later version has missed nothing.
 *
 * @param service that keeps such files and recounts them
 * @param topic on which it tells of them
 * @param path under which it shows them, such as {@code /api/v1/findings}
 * @param oversight the function whose holder's head sees those of every unit
 * @param type says in what they count
 */
public record CountedKind(
        String service,
        String topic,
        String path,
        String oversight,
        Class<? extends Counted> type) {

    private static final Pattern WORD = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    /** All of them. */
    public static final List<CountedKind> ALL =
            List.of(
                    new CountedKind(
                            "case",
                            "haicap.case.v1",
                            "/api/v1/crime-reports",
                            Function.INVESTIGATION_OFFICE,
                            CrimeReport.class),
                    inspected("/api/v1/visits", Visit.class),
                    inspected("/api/v1/findings", Finding.class),
                    inspected("/api/v1/obstacles", Obstacle.class),
                    ofTheOrganisation("/api/v1/appointments", Appointment.class),
                    ofTheOrganisation("/api/v1/function-transfers", FunctionTransfer.class));

    private static final Map<String, CountedKind> BY_NAME =
            ALL.stream().collect(Collectors.toMap(CountedKind::name, kind -> kind));

    private static CountedKind inspected(String path, Class<? extends Counted> type) {
        return new CountedKind("inspection", "haicap.inspection.v1", path, Function.STAFF, type);
    }

    private static CountedKind ofTheOrganisation(String path, Class<? extends Counted> type) {
        return new CountedKind(
                "org-structure", "haicap.org-records.v1", path, Function.PERSONNEL, type);
    }

    /**
     * How facts, recounts and lineage name what events name as such an aggregate: {@code
     * CRIME_REPORT} for {@code CrimeReport}.
     */
    public static String nameOf(String aggregate) {
        return WORD.matcher(aggregate).replaceAll("_").toUpperCase(Locale.ROOT);
    }

    /** Whether figures depend on what events name as such an aggregate. */
    public static boolean isCounted(String aggregate) {
        return BY_NAME.containsKey(nameOf(aggregate));
    }

    /** Its name, which is also the class by which lineage passes such files on. */
    public String name() {
        return nameOf(type.getSimpleName());
    }

    /** How the public address names it: {@code crime-report}. */
    public String publicName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind of that name; empty where facts of it count nowhere. */
    public static Optional<CountedKind> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /**
     * A file of this kind, by its public state.
     *
     * @throws IllegalArgumentException when that lacks what figures depend on
     */
    Counted read(String publicState) {
        return EventJson.read(publicState, type);
    }
}
