package haicap.org.imports;

import haicap.platform.imports.Row;
import haicap.platform.imports.RowRefused;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Rows written as {@code column=value column=value}, for tests of what takes them in. */
public final class ActRows {

    private ActRows() {}

    /** The codes of what is wrong; when nothing is, the rows are applied. */
    public static List<String> faults(Intake intake, String... rows) {
        var refusals = new ArrayList<RowRefused>();
        for (int i = 0; i < rows.length; i++) {
            try {
                intake.take(row(i + 2, rows[i]));
            } catch (RowRefused refused) {
                refusals.add(refused);
            }
        }
        if (refusals.isEmpty()) {
            refusals.addAll(intake.conclude());
        }
        if (refusals.isEmpty()) {
            intake.apply();
        }
        return refusals.stream().map(RowRefused::code).toList();
    }

    private static Row row(int number, String text) {
        return new Row(
                number,
                Arrays.stream(text.split(" "))
                        .map(field -> field.split("=", 2))
                        .collect(Collectors.toMap(field -> field[0], field -> field[1])));
    }
}
