package haicap.reporting.files;

import haicap.platform.events.EventJson;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A kind of work that is counted. Of every other kind facts are kept too, and counted nowhere, so
 * that a later version has missed nothing.
 *
 * @param service that keeps such files and recounts them
 * @param topic on which it tells of them
 * @param type says in what they count
 */
public record CountedKind(String service, String topic, Class<? extends Counted> type) {

    private static final Pattern WORD = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    /** All of them. */
    public static final List<CountedKind> ALL =
            List.of(
                    new CountedKind("case", "haicap.case.v1", CrimeReport.class),
                    new CountedKind("inspection", "haicap.inspection.v1", Visit.class),
                    new CountedKind("inspection", "haicap.inspection.v1", Finding.class),
                    new CountedKind("inspection", "haicap.inspection.v1", Obstacle.class));

    private static final Map<String, CountedKind> BY_NAME =
            ALL.stream().collect(Collectors.toMap(CountedKind::name, Function.identity()));

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

    /**
     * When and where a file of any kind counts.
     *
     * @throws IllegalArgumentException when its public state lacks what figures depend on
     */
    static List<Span> spans(String kind, String unitId, String publicState) {
        var counted = BY_NAME.get(kind);
        return counted == null
                ? List.of()
                : EventJson.read(publicState, counted.type).spans(unitId);
    }
}
