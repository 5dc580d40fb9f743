package haicap.acceptance.bench.archive;

import haicap.acceptance.bench.Plan;
import haicap.acceptance.bench.Stage;
import java.sql.SQLException;

/** The archive in full: ten backlogs, which in the full plan are a million files. */
final class Million {

    private Million() {}

    /** Returns when reporting knows every file; what is there already is not made again. */
    static void fill(Stage stage, Plan plan) throws SQLException, InterruptedException {
        var archive = new Archive(stage);
        try (var heard = new Heard(stage.system())) {
            var more = 10L * plan.backlog() - archive.size();
            if (more > 0) {
                var before = heard.applied();
                archive.add(more);
                heard.await(before + more);
            }
        }
        stage.settled();
    }
}
