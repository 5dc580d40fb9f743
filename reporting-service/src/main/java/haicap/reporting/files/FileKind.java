package haicap.reporting.files;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The kinds of files that facts are kept of. */
public enum FileKind {
    CRIME_REPORT(CrimeReport.class, "haicap.case.v1"),
    VISIT(Visit.class, "haicap.inspection.v1"),
    FINDING(Finding.class, "haicap.inspection.v1"),
    OBSTACLE(Obstacle.class, "haicap.inspection.v1");

    private final Class<? extends Matter> matter;
    private final String topic;

    FileKind(Class<? extends Matter> matter, String topic) {
        this.matter = matter;
        this.topic = topic;
    }

    /** The kinds that are told of on a topic. */
    public static List<FileKind> toldOn(String topic) {
        return Arrays.stream(values()).filter(kind -> kind.topic.equals(topic)).toList();
    }

    /** The kind of file that is such an aggregate; empty when no figure depends on it. */
    public static Optional<FileKind> ofAggregate(String aggregate) {
        return Arrays.stream(values())
                .filter(kind -> kind.aggregate().equals(aggregate))
                .findFirst();
    }

    /** How its events name what they are about. */
    public String aggregate() {
        return matter.getSimpleName();
    }

    /** The form in which events and recounts tell of such files. */
    public Class<? extends Matter> matter() {
        return matter;
    }

    /** The class of objects by which lineage says who has custody of such files. */
    public String objectClass() {
        return name();
    }
}
