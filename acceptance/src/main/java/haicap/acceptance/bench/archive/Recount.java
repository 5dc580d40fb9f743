package haicap.acceptance.bench.archive;

import haicap.acceptance.bench.Aim;
import haicap.acceptance.bench.Benchmark;
import haicap.acceptance.bench.Measurement;
import haicap.acceptance.bench.Measures;
import haicap.acceptance.bench.Plan;
import haicap.acceptance.bench.Stage;
import haicap.acceptance.system.Parts;
import java.sql.SQLException;
import java.util.List;

/** A full reconciliation of all files beside one count of them in their own table. */
public final class Recount implements Benchmark {

    @Override
    public String name() {
        return "recount";
    }

    @Override
    public List<Measurement> run(Stage stage, Plan plan) throws Exception {
        var measures = new Measures(name());
        Million.fill(stage, plan);
        var auditor = stage.api().as("auditor");
        count(stage);
        for (var run = 0; run < plan.runs(); run++) {
            var begun = System.nanoTime();
            var found = auditor.get("/api/v1/reconciliation").orFail().json();
            var ours = (System.nanoTime() - begun) / 1e6;
            measures.add(
                    "full reconciliation (floor: SELECT count(*) … GROUP BY unit)",
                    "ms",
                    Aim.timesFloorAtMost(10),
                    ours,
                    count(stage));
            measures.add(
                    "differences", "differences", Aim.none(), found.path("differences").size());
        }
        return measures.medians(stage.system().process(Parts.REPORTING).flags());
    }

    /** Milliseconds. */
    private static double count(Stage stage) throws SQLException {
        try (var connection = stage.system().postgres().connect("case_service");
                var statement = connection.createStatement()) {
            var begun = System.nanoTime();
            try (var units =
                    statement.executeQuery(
                            "SELECT unit_id, count(*) FROM record GROUP BY unit_id")) {
                while (units.next()) {
                    units.getLong(2);
                }
            }
            return (System.nanoTime() - begun) / 1e6;
        }
    }
}
