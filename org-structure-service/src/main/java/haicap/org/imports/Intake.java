package haicap.org.imports;

import haicap.platform.imports.Outcome;
import haicap.platform.imports.Row;
import haicap.platform.imports.RowRefused;
import java.util.List;

/** Rows on their way in: first all are weighed, then their changes are written or none. */
public interface Intake {

    /**
     * Weighs one row; later rows may build on it.
     *
     * @throws RowRefused when the row is wrong in itself or against what stands
     */
    Outcome take(Row row);

    /** What is wrong with the rows taken together. */
    default List<RowRefused> conclude() {
        return List.of();
    }

    /** Writes and announces the changes of the rows taken; what is unchanged is left alone. */
    void apply();
}
