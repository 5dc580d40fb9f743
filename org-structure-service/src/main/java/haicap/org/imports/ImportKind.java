package haicap.org.imports;

import haicap.platform.access.Caller;
import java.util.List;

/** A kind of file that can be imported. Each feature brings its own; they are found as beans. */
public interface ImportKind {

    /** The name under which it is asked for, and stands in {@code seeds/manifest.csv}. */
    String name();

    /** The columns of the header row; all of them and no others, in any order. */
    List<String> columns();

    /** Whether the file is one lawful step and must never be cut into several transactions. */
    default boolean inOneStep() {
        return false;
    }

    /** Begins to take in rows against what stands now, in the name of whoever brings them. */
    Intake begin(Caller by);
}
