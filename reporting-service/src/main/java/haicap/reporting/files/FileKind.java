package haicap.reporting.files;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of files that facts are kept of. */
public enum FileKind {
    CRIME_REPORT(CrimeReport.class),
    VISIT(Visit.class),
    FINDING(Finding.class),
    OBSTACLE(Obstacle.class);

    private final Class<? extends Matter> matter;

    FileKind(Class<? extends Matter> matter) {
        this.matter = matter;
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
