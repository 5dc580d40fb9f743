package haicap.org;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.platform.orgcopy.Organisation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** The seeds of the project, loaded through the door that everybody uses. */
class SeedsTest {

    private final RunningService service = RunningService.seeded();

    private long total(String query) {
        return service.get("/api/v1/units?" + query, RunningService.OPERATOR)
                .body()
                .get("total")
                .asLong();
    }

    @Test
    void has126CommunesSinceJulyAnd526Before() {
        assertThat(total("tier=COMMUNE&asOf=2025-10-01")).isEqualTo(126);
        assertThat(total("tier=COMMUNE&asOf=2025-07-01")).isEqualTo(126);
        assertThat(total("tier=COMMUNE&asOf=2025-06-30")).isEqualTo(526);
        assertThat(total("tier=COMMUNE&asOf=2025-05-01")).isEqualTo(526);
    }

    @Test
    void hasThirtyDistrictsUntilTheEndOfFebruary() {
        assertThat(total("tier=DISTRICT&asOf=2025-02-28")).isEqualTo(30);
        assertThat(total("tier=DISTRICT&asOf=2025-03-01")).isZero();
    }

    @Test
    void listsEveryCommuneOfThatDayOnce() {
        var ids = new ArrayList<String>();
        var path = "/api/v1/units?tier=COMMUNE&asOf=2025-05-01&limit=500";
        var cursor = "";
        do {
            var page = service.get(path + cursor, RunningService.OPERATOR).body();
            page.get("items").forEach(unit -> ids.add(unit.get("id").asString()));
            cursor = page.get("next").isNull() ? null : "&cursor=" + page.get("next").asString();
        } while (cursor != null);
        assertThat(ids).hasSize(526).doesNotHaveDuplicates();
    }

    @Test
    void keepsTwoUnitsOfOneCodeApart() {
        var before =
                service.get("/api/v1/units?code=00004&asOf=2025-06-30", RunningService.OPERATOR);
        var now = service.get("/api/v1/units?code=00004&asOf=2025-07-01", RunningService.OPERATOR);
        assertThat(before.body().at("/items/0/fullName").asString())
                .isEqualTo("Công an phường Trúc Bạch");
        assertThat(now.body().at("/items/0/fullName").asString())
                .isEqualTo("Công an phường Ba Đình");
        assertThat(before.body().get("total").asLong()).isEqualTo(1);
        assertThat(now.body().get("total").asLong()).isEqualTo(1);
    }

    @Test
    void putsCommunesUnderTheirDistrictOnlyWhileItWasThere() {
        var path = "/api/v1/units?code=00001&asOf=";
        assertThat(parent(path + "2025-02-28")).isEqualTo("d001-20250101");
        assertThat(parent(path + "2025-03-01")).isEqualTo("hanoi");
    }

    private String parent(String path) {
        return service.get(path, RunningService.OPERATOR).body().at("/items/0/parentId").asString();
    }

    @Test
    void findsANameHoweverItsToneIsWritten() {
        assertThat(named("Yên Hoà")).isEqualTo(named("Yên Hòa")).isEqualTo(named("YEN HOA"));
        assertThat(named("Yên Hòa")).isPositive();
        assertThat(named("ba dinh")).isEqualTo(1);
    }

    private long named(String name) {
        return total(
                "tier=COMMUNE&asOf=2025-10-01&q="
                        + URLEncoder.encode(name, StandardCharsets.UTF_8));
    }

    @Test
    void endsPostsAndAppointmentsOfWhatWasDissolved() {
        var sql = service.sql();
        assertThat(
                        sql.sql(
                                        """
                                        SELECT count(*)
                                        FROM post p
                                        JOIN unit u ON u.id = p.unit_id
                                        WHERE p.valid_to IS DISTINCT FROM u.valid_to
                                        """)
                                .query(Long.class)
                                .single())
                .isZero();
        assertThat(
                        sql.sql(
                                        """
                                        SELECT count(*)
                                        FROM appointment a
                                        JOIN post p ON p.id = a.post_id
                                        WHERE a.ends_at IS DISTINCT FROM
                                              p.valid_to::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh'
                                        """)
                                .query(Long.class)
                                .single())
                .isZero();
        assertThat(
                        service.get("/api/v1/posts/chief-00001-20250101", RunningService.OPERATOR)
                                .body()
                                .get("reportsTo")
                                .asString())
                .isEqualTo("director");
    }

    @Test
    void loadingAgainChangesNothingAndTellsNothing() {
        var told = told();
        for (var seed : RunningService.manifest()) {
            var reply = service.load(seed);
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.body().get("created").asInt()).as(seed.toString()).isZero();
            assertThat(reply.body().get("changed").asInt()).as(seed.toString()).isZero();
        }
        assertThat(told()).isEqualTo(told);
    }

    private long told() {
        return service.sql()
                .sql("SELECT count(*) FROM outbox WHERE key <> 'heartbeat'")
                .query(Long.class)
                .single();
    }

    @Test
    void aFirstLoadTakesAFewSeconds() {
        try (var fresh = RunningService.empty()) {
            var before = Instant.now();
            fresh.loadSeeds();
            var took = Duration.between(before, Instant.now());
            assertThat(took).isLessThan(Duration.ofSeconds(15));
        }
    }

    @Test
    void whatADistrictHadWentToItsHeirByClass() {
        assertThat(heirOfDistrict("CRIME_REPORT")).isEqualTo("pc01-20250101");
        assertThat(heirOfDistrict("PREMISES")).isEqualTo("pv01-20250101");
        assertThat(heirOfDistrict("OFFICER")).isEqualTo("px01-20250101");
        assertThat(heirOfDistrict("HORSE")).isEqualTo("pv01-20250101");
    }

    private String heirOfDistrict(String objectClass) {
        return service.bean(Organisation.class)
                .heir("d001-20250101", objectClass, LocalDate.parse("2025-03-01"));
    }

    @Test
    void showsWhereBaDinhComesFrom() {
        var lineage =
                service.get("/api/v1/units/00004-20250701/lineage", RunningService.OPERATOR).body();
        assertThat(
                        lineage.get("predecessors")
                                .valueStream()
                                .filter(edge -> edge.get("generation").asInt() == 1)
                                .map(edge -> edge.at("/unit/name").asString()))
                .contains("Trúc Bạch", "Quán Thánh", "Điện Biên");
        assertThat(lineage.get("successors")).isEmpty();
        var back =
                service.get("/api/v1/units/00004-20250101/lineage", RunningService.OPERATOR).body();
        assertThat(back.at("/successors/0/toUnitId").asString()).isEqualTo("00004-20250701");
        assertThat(back.at("/successors/0/share").asString()).isEqualTo("WHOLE");
    }
}
