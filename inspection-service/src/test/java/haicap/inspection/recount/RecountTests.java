package haicap.inspection.recount;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.inspection.RunningInspection;
import haicap.inspection.RunningInspection.Reply;
import haicap.platform.testing.TestTokens;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RecountTests {

    private static final String HINDRANCE =
            """
            {"field": "ORDER", "severity": "LOW", "description": "x"}
            """;

    private final RunningInspection inspection = RunningInspection.shared();

    @Test
    void countsOpenObstaclesByUnitAndMarksTheTopicsEnd() {
        var before = sums(recount(""));
        inspection.raise("chief-00008", HINDRANCE);
        inspection.raise("chief-00008", HINDRANCE);

        var recount = recount("");
        var after = sums(recount);

        assertThat(after.at("/figures/obstaclesOpen").asLong())
                .isEqualTo(before.at("/figures/obstaclesOpen").asLong() + 2);
        assertThat(after.path("files").asLong()).isEqualTo(before.path("files").asLong() + 2);
        assertThat(after.path("digest")).isNotEqualTo(before.path("digest"));
        assertThat(recount.body().path("endOffsets").size()).isEqualTo(3);
        assertThat(inspection.sql().sql("SELECT count(*) FROM outbox").query(Long.class).single())
                .isLessThanOrEqualTo(
                        recount.body().path("endOffsets").values().stream()
                                .mapToLong(JsonNode::asLong)
                                .sum());
    }

    @Test
    void namesTheObstaclesOfAUnit() {
        var id = inspection.raise("chief-00008", HINDRANCE).text("id");

        var items = recount("&unitId=" + RunningInspection.OTHER_WARD).body().path("items");

        assertThat(items.size()).isEqualTo(sums(recount("")).path("files").asInt());
        var counted =
                items.valueStream()
                        .filter(item -> item.path("id").asString().equals(id))
                        .findFirst()
                        .orElseThrow();
        assertThat(counted.at("/public/open").asBoolean()).isTrue();
        assertThat(counted.path("unitId").asString()).isEqualTo(RunningInspection.OTHER_WARD);
        assertThat(counted.path("version").asLong()).isEqualTo((1L << 40) + 1);
    }

    @Test
    void isOnlyForServicesThatMayCompare() {
        var at = "/internal/recount?kind=OBSTACLE&at=" + Instant.now();

        assertThat(inspection.get("director", at).status()).isEqualTo(403);
        assertThat(
                        inspection
                                .send(
                                        inspection.with(
                                                TestTokens.system("x", "internal.authority"), at))
                                .status())
                .isEqualTo(403);
    }

    private Reply recount(String query) {
        var reply =
                inspection.send(
                        inspection.with(
                                TestTokens.system("service-reporting", "internal.recount"),
                                "/internal/recount?kind=OBSTACLE&at=" + Instant.now() + query));
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(200);
        return reply;
    }

    private static JsonNode sums(Reply recount) {
        return recount.body()
                .path("items")
                .valueStream()
                .filter(item -> item.path("unitId").asString().equals(RunningInspection.OTHER_WARD))
                .findFirst()
                .orElse(recount.body().path("none"));
    }
}
