package haicap.acceptance.bench.archive;

import haicap.acceptance.bench.Aim;
import haicap.acceptance.bench.Benchmark;
import haicap.acceptance.bench.Measurement;
import haicap.acceptance.bench.Measures;
import haicap.acceptance.bench.Plan;
import haicap.acceptance.bench.Stage;
import haicap.acceptance.feed.Listener;
import haicap.acceptance.feed.Picture;
import haicap.acceptance.feed.Told;
import haicap.acceptance.load.CityAtWork;
import haicap.acceptance.system.Parts;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/**
 * The facts of all files made anew from the topics: at rest beside a reader that only parses, then
 * once while the city writes, which must not hear a wrong sum or anything twice.
 */
public final class Rebuild implements Benchmark {

    private static final String PATH = "/api/v1/reporting/rebuild";
    private static final double WRITES_PER_SECOND = 50;
    private static final long SEED = 11;

    @Override
    public String name() {
        return "rebuild";
    }

    @Override
    public List<Measurement> run(Stage stage, Plan plan) throws Exception {
        var measures = new Measures(name());
        Million.fill(stage, plan);
        var bootstrap = stage.system().kafka();
        PlainReader.perSecond(bootstrap);
        for (var run = 0; run < plan.runs(); run++) {
            measures.add(
                    "facts made anew (floor: a consumer that only reads and parses)",
                    "messages/s",
                    Aim.timesFloorAtLeast(0.2),
                    perSecond(rebuilt(stage)),
                    PlainReader.perSecond(bootstrap));
        }
        underLoad(stage, measures, plan.warmUp().dividedBy(3));
        return measures.medians(stage.system().process(Parts.REPORTING).flags());
    }

    private static JsonNode rebuilt(Stage stage) {
        var operator = stage.api().as("operator");
        operator.post(PATH, "").orFail();
        return Awaitility.await("rebuild")
                .atMost(Duration.ofMinutes(8))
                .pollInterval(Duration.ofMillis(500))
                .until(
                        () -> operator.get(PATH).orFail().json(),
                        state -> state.path("state").asString().equals("DONE"));
    }

    private static double perSecond(JsonNode state) {
        var took =
                Duration.between(
                        Instant.parse(state.path("startedAt").asString()),
                        Instant.parse(state.path("finishedAt").asString()));
        return state.path("read").asLong() / (took.toMillis() / 1e3);
    }

    private static void underLoad(Stage stage, Measures measures, Duration warmUp)
            throws InterruptedException {
        var wall = stage.api().as("wall");
        var picture = Picture.taken(wall);
        try (var listener = Listener.to(wall, "/api/v1/feed/city/stream", picture.position());
                var city = CityAtWork.begin(stage.api(), stage.units(), WRITES_PER_SECOND, SEED)) {
            city.during(warmUp);
            var rate = perSecond(rebuilt(stage));
            city.during(Duration.ofSeconds(5));
            city.finish();
            var differences = stage.settled().path("differences").size();
            var end = Picture.taken(wall);
            listener.heard()
                    .await(told -> end.position().equals(told.position()), Duration.ofSeconds(30));
            var told = listener.heard().all();
            told.forEach(picture::see);
            var activities = told.stream().filter(Told::isActivity).map(Told::data).toList();
            var again = activities.size() - new HashSet<>(activities).size();
            measures.add("facts made anew under 50 writes/s", "messages/s", Aim.shown(), rate);
            measures.add("told again under 50 writes/s", "activities", Aim.none(), again);
            measures.add(
                    "wrong sums under 50 writes/s", "sums", Aim.none(), picture.wrong().size());
            measures.add("differences afterwards", "differences", Aim.none(), differences);
        }
    }
}
