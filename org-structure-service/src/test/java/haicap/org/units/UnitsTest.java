package haicap.org.units;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.org.RunningService;
import haicap.org.RunningService.Reply;
import haicap.platform.testing.TestTokens;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reading units over HTTP, on the seeds. */
class UnitsTest {

    private final RunningService service = RunningService.seeded();
    private final String anybody = TestTokens.system("integration-cic", "units.read");

    private Reply get(String path) {
        return service.get(path, anybody);
    }

    private Reply posts(String path) {
        return service.get(path, RunningService.OPERATOR);
    }

    @Test
    void whoHoldsWhichPostIsNotForEveryMachine() {
        assertThat(get("/api/v1/posts?limit=1").status()).isEqualTo(403);
        assertThat(posts("/api/v1/posts?limit=1").status()).isEqualTo(200);
    }

    @Test
    void givesFiftyUnlessAskedForMore() {
        var page = get("/api/v1/units?tier=COMMUNE&asOf=2025-10-01");
        assertThat(page.body().get("items")).hasSize(50);
        assertThat(page.body().get("total").asInt()).isEqualTo(126);
        assertThat(page.header("Link")).contains("cursor=").contains("rel=\"next\"");
        assertThat(get("/api/v1/units?tier=COMMUNE&asOf=2025-10-01&limit=500").body().get("items"))
                .hasSize(126);
    }

    @Test
    void refusesWhatCannotBeRead() {
        assertThat(get("/api/v1/units?limit=0").status()).isEqualTo(400);
        assertThat(get("/api/v1/units?limit=501").status()).isEqualTo(400);
        assertThat(get("/api/v1/units?cursor=forged").status()).isEqualTo(400);
        assertThat(get("/api/v1/units?asOf=yesterday").status()).isEqualTo(400);
        assertThat(get("/api/v1/units?tier=PROVINCE").status()).isEqualTo(400);
        assertThat(get("/api/v1/units/nowhere").status()).isEqualTo(404);
        assertThat(get("/api/v1/units/nowhere/lineage").status()).isEqualTo(404);
        assertThat(service.get("/api/v1/units", "no-token").status()).isEqualTo(401);
    }

    @Test
    void givesAUnitWithItsVersionAndNothingWhenThatIsKnown() {
        var unit = get("/api/v1/units/00004-20250701");
        assertThat(unit.body().get("name").asString()).isEqualTo("Ba Đình");
        assertThat(unit.header("ETag")).matches("\"\\d+-1\"");
        var again =
                service.send(
                        service.request("/api/v1/units/00004-20250701", anybody)
                                .header("If-None-Match", unit.header("ETag"))
                                .GET());
        assertThat(again.status()).isEqualTo(304);
    }

    @Test
    void drawsTheTreeAsItWas() {
        var now = get("/api/v1/unit-tree?asOf=2025-10-01").body().at("/units/0");
        assertThat(now.get("id").asString()).isEqualTo("hanoi");
        assertThat(now.get("children")).hasSize(27 + 126);
        var before = get("/api/v1/unit-tree?asOf=2025-01-15").body().at("/units/0");
        assertThat(before.get("children")).hasSize(26 + 30);
    }

    @Test
    void knowsTheProfileAndThePremisesOfAUnit() {
        var profile = get("/api/v1/units/00004-20250701/profile").body();
        assertThat(profile.get("population").asInt()).isEqualTo(65_023);
        var premises = get("/api/v1/units/00004-20250701/premises").body();
        assertThat(premises.at("/items/0/purpose").asString()).isEqualTo("HEADQUARTERS");
    }

    @Test
    void postsAreListedWithWhomTheyReportToAsOfThatDay() {
        var chief = "/api/v1/posts?unitId=00001-20250101&asOf=";
        assertThat(posts(chief + "2025-02-28").body().at("/items/0/reportsTo").asString())
                .isEqualTo("chief-d001-20250101");
        assertThat(posts(chief + "2025-03-01").body().at("/items/0/reportsTo").asString())
                .isEqualTo("director");
        assertThat(posts(chief + "2025-07-01").body().get("items")).isEmpty();
        assertThat(posts("/api/v1/posts?unitId=00004-20250701&asOf=2025-07-01").body().get("items"))
                .hasSize(7);
    }

    @Test
    void unitsPostsAndOfficersAreForTheForceAloneAndInLists() {
        for (var path :
                List.of(
                        "/api/v1/units/00004-20250701",
                        "/api/v1/units/00004-20250701/lineage",
                        "/api/v1/unit-tree",
                        "/api/v1/posts/director",
                        "/api/v1/me")) {
            assertThat(posts(path).body().path("classification").asString())
                    .as(path)
                    .isEqualTo("INTERNAL");
        }
        for (var path :
                List.of(
                        "/api/v1/units?limit=2",
                        "/api/v1/posts?limit=2",
                        "/api/v1/officers?serviceNumber=HN-100001")) {
            assertThat(posts(path).body().path("items"))
                    .as(path)
                    .isNotEmpty()
                    .allMatch(row -> row.path("classification").asString().equals("INTERNAL"));
        }
    }

    @Test
    void aUnitThatThereNeverWasIsNotFound() {
        var none = posts("/api/v1/posts?unitId=nowhere");

        assertThat(none.status()).isEqualTo(404);
        assertThat(none.body().path("code").asString()).isEqualTo("not-found");
    }

    @Test
    void officersAreFoundByNumberAndNeverListed() {
        var path = "/api/v1/officers?serviceNumber=HN-100001";
        assertThat(
                        service.get(path, service.tokenOf("director"))
                                .body()
                                .at("/items/0/id")
                                .asString())
                .isEqualTo("officer-100001");
        assertThat(get(path).status()).isEqualTo(403);
        assertThat(service.get("/api/v1/officers", RunningService.OPERATOR).status())
                .isEqualTo(400);
    }
}
