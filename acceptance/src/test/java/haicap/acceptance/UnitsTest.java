package haicap.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.acceptance.client.Session;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@InTheHouse
@Order(1)
class UnitsTest {

    private final Session reader;

    UnitsTest(House house) {
        this.reader = house.as("integration-cic");
    }

    @ParameterizedTest
    @CsvSource({
        "COMMUNE, 2025-10-01, 126",
        "COMMUNE, 2025-07-01, 126",
        "COMMUNE, 2025-06-30, 526",
        "COMMUNE, 2025-05-01, 526",
        "DISTRICT, 2025-02-28, 30",
        "DISTRICT, 2025-03-01, 0"
    })
    void countsTheUnitsInForceOnADay(String tier, String day, int count) {
        var path = "/api/v1/units?tier=%s&asOf=%s&limit=500".formatted(tier, day);
        var page = reader.get(path).orFail().json();

        assertThat(page.path("total").asInt()).isEqualTo(count);
        assertThat(page.path("items").size()).isEqualTo(Math.min(count, 500));
    }

    @Test
    void pagesThroughAllUnitsWithoutGapOrDouble() {
        var ids = new java.util.HashSet<String>();
        var path = "/api/v1/units?tier=COMMUNE&asOf=2025-05-01&limit=100";
        var next = path;
        while (!next.isEmpty()) {
            var page = reader.get(next).orFail().json();
            page.path("items")
                    .forEach(unit -> assertThat(ids.add(unit.path("id").asString())).isTrue());
            var cursor = page.path("next").asString("");
            next = cursor.isEmpty() ? "" : path + "&cursor=" + cursor;
        }

        assertThat(ids).hasSize(526);
    }

    @Test
    void neverConfusesTwoUnitsThatShareACode() {
        var then = only(reader.get("/api/v1/units?code=00004&asOf=2025-05-01").json());
        var now = only(reader.get("/api/v1/units?code=00004&asOf=2025-10-01").json());

        assertThat(then.path("id").asString()).isEqualTo("00004-20250101");
        assertThat(then.path("name").asString()).isEqualTo("Trúc Bạch");
        assertThat(then.path("validTo").asString()).isEqualTo("2025-07-01");
        assertThat(now.path("id").asString()).isEqualTo("00004-20250701");
        assertThat(now.path("name").asString()).isEqualTo("Ba Đình");
        assertThat(now.path("validFrom").asString()).isEqualTo("2025-07-01");
    }

    @Test
    void namesThePredecessorsOfBaDinhWard() {
        var lineage = reader.get("/api/v1/units/00004-20250701/lineage").orFail().json();

        var predecessors =
                StreamSupport.stream(lineage.path("predecessors").spliterator(), false).toList();
        assertThat(predecessors)
                .extracting(edge -> edge.path("unit").path("name").asString())
                .contains("Trúc Bạch", "Quán Thánh");
        assertThat(predecessors)
                .allSatisfy(edge -> {
                    assertThat(edge.path("share").asString()).isIn("WHOLE", "PART");
                    assertThat(edge.path("basis").asString()).isNotEmpty();
                    assertThat(edge.path("certainty").asString()).isNotEmpty();
                });
    }

    private static JsonNode only(JsonNode page) {
        assertThat(page.path("items").size()).isEqualTo(1);
        return page.path("items").get(0);
    }
}
