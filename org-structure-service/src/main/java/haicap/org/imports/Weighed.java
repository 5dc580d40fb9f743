package haicap.org.imports;

import haicap.platform.access.Caller;
import haicap.platform.imports.Row;
import haicap.platform.imports.RowRefused;
import haicap.platform.imports.Tally;
import java.util.ArrayList;
import java.util.List;

/** Rows weighed against what stands: what they would do, and what is wrong with them. */
record Weighed(Intake intake, Tally tally, List<RowRefused> refusals) {

    static Weighed of(ImportKind kind, List<Row> rows, Caller by) {
        var intake = kind.begin(by);
        var tally = Tally.NOTHING;
        var refusals = new ArrayList<RowRefused>();
        for (var row : rows) {
            var outcome = row.read(intake::take, refusals);
            if (outcome != null) {
                tally = tally.and(outcome);
            }
        }
        if (refusals.isEmpty()) {
            refusals.addAll(intake.conclude());
        }
        return new Weighed(intake, tally, refusals);
    }
}
