package haicap.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CataloguePagesTests {

    private static City city;

    @BeforeAll
    static void start() {
        city = new City();
    }

    @AfterAll
    static void stop() {
        city.close();
    }

    @Test
    void theTypeOfAProblemLeadsToItsPage() {
        var refused = city.send(city.request("/api/v1/units"));
        var type = Answers.problem(refused, 401, "unauthenticated").get("type").asString();
        var page = open(type);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'");
        assertThat(page.body()).contains("Nguyên nhân", "Cause", "Cách khắc phục", "Cure");
    }

    @Test
    void theCatalogueListsThemAll() {
        assertThat(open("/problems").body())
                .contains("href=\"/problems/stale-version\"", "unknown-field");
    }

    private static HttpResponse<String> open(String path) {
        return city.send(city.request(path));
    }

    @Test
    void whatIsNoProblemHasNoPage() {
        assertThat(open("/problems/%3Cscript%3E").statusCode()).isEqualTo(404);
        assertThat(open("/problems/none").statusCode()).isEqualTo(404);
    }
}
