package haicap.gateway;

import static haicap.gateway.Answers.problem;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTests {

    private static City city;
    private static Part floor;

    @BeforeAll
    static void start() {
        floor = new Part();
        city = new City("haicap.parts.floor=" + floor.uri());
    }

    @AfterAll
    static void stop() {
        city.close();
        floor.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/units?tier=COMMUNE, org-structure",
        "/api/v1/units/00004-20250701/lineage, org-structure",
        "/api/v1/unit-tree, org-structure",
        "/api/v1/posts, org-structure",
        "/api/v1/posts/duty-00004-20250701/appointments, org-structure",
        "/api/v1/appointments/a-1/ending, org-structure",
        "/api/v1/officers, org-structure",
        "/api/v1/imports?kind=units, org-structure",
        "/api/v1/org-structure/parked, org-structure",
        "/api/v1/crime-reports, case",
        "/api/v1/crime-reports/cr-1/classification, case",
        "/api/v1/case/parked, case",
        "/api/v1/obstacles/ob-1, inspection",
        "/api/v1/inspection/parked/7/retry, inspection",
        "/api/v1/feed/city, reporting",
        "/api/v1/feed/city/stream, reporting",
        "/api/v1/feed/units/00004-20250701, reporting",
        "/api/v1/feed/units/00004-20250701/stream, reporting",
        "/api/v1/reconciliation, reporting",
        "/api/v1/reporting/parked, reporting",
        "/api/v1/floor, floor"
    })
    void leadsEachPathToItsPart(String path, String part) {
        var to =
                switch (part) {
                    case "org-structure" -> city.orgStructure;
                    case "case" -> city.casework;
                    case "inspection" -> city.inspection;
                    case "reporting" -> city.reporting;
                    default -> floor;
                };
        var before = to.requests();

        var response = city.get(path);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo(path + " 0");
        assertThat(to.requests()).isEqualTo(before + 1);
    }

    @Test
    void passesOrdersWithTheirBodies() {
        assertThat(city.post("/api/v1/crime-reports", "x".repeat(1000)).body())
                .isEqualTo("/api/v1/crime-reports 1000");
    }

    @Test
    void letsEverybodyAskForTokensAndKeys() {
        var token = city.request("/oauth2/token").POST(BodyPublishers.ofString("grant_type=x"));

        assertThat(city.send(token).body()).isEqualTo("/oauth2/token 12");
        assertThat(city.send(city.request("/oauth2/jwks")).body()).contains("\"keys\"");
        assertThat(city.send(city.request("/.well-known/openid-configuration")).statusCode())
                .isEqualTo(200);
        assertThat(city.send(city.request("/oauth2/authorize")).body())
                .isEqualTo("/oauth2/authorize 0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/wall",
                "/internal/status",
                "/internal/recount",
                "/case/actuator/health",
                "/actuator",
                "/actuator/health",
                "/actuator/health/readiness",
                "/actuator/prometheus",
                "/actuator/env",
                "/api/v1/internal/status",
                "/api/v1/unknown",
                "/api/v1/crime-reportsX",
                "/oauth2/introspect"
            })
    void knowsNothingElse(String path) {
        problem(city.get(path), 404, "http-404");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/units/%2e%2e/%2e%2e/internal/status",
                "/api/v1/units/..%2f..%2finternal",
                "/api/v1/units//x",
                "/api/v1/units;x=1/y"
            })
    void refusesCraftedPaths(String path) {
        problem(city.get(path), 400, "malformed-request");
    }

    @Test
    void refusesMethodsThatItsOwnAddressesDoNotTake() {
        var order = city.management("/actuator/health").POST(BodyPublishers.noBody());

        problem(city.send(order), 405, "http-405");
    }

    @Test
    void speaksVietnameseUnlessEnglishIsPreferred() {
        var english = city.signed("/nowhere").header("Accept-Language", "en-GB, vi;q=0.5");
        var french = city.signed("/nowhere").header("Accept-Language", "fr");
        var nonsense = city.signed("/nowhere").header("Accept-Language", ";;q=x");

        assertThat(title(city.get("/nowhere"))).isEqualTo("Không tìm thấy");
        assertThat(title(city.send(english))).isEqualTo("Not found");
        assertThat(title(city.send(french))).isEqualTo("Không tìm thấy");
        assertThat(title(city.send(nonsense))).isEqualTo("Không tìm thấy");
    }

    private static String title(java.net.http.HttpResponse<String> response) {
        return problem(response, 404, "http-404").path("title").asString();
    }

    @Test
    void isHealthyByItself() {
        city.get("/api/v1/units");

        assertThat(city.manage("/actuator/health/readiness").statusCode()).isEqualTo(200);
        assertThat(city.manage("/actuator/prometheus").body())
                .contains("spring_cloud_gateway_requests", "resilience4j_circuitbreaker_state");
    }
}
