package haicap.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class WallTests {

    private static final Pattern FILE = Pattern.compile("/wall/[0-9a-f]{16}/[a-z]+\\.(js|css|svg)");

    private City city;

    @BeforeEach
    void start() {
        city = new City();
    }

    @AfterEach
    void stop() {
        city.close();
    }

    @Test
    void thePageIsServedToEverybodyAndNamesOnlyFilesThatThereAre() {
        var page = get("/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(header(page, "Content-Type")).isEqualTo("text/html;charset=UTF-8");
        var files = FILE.matcher(page.body()).results().map(found -> found.group()).toList();
        assertThat(files)
                .hasSizeGreaterThan(2)
                .allSatisfy(file -> {
                    var answer = get(file);
                    assertThat(answer.statusCode()).as(file).isEqualTo(200);
                    assertThat(header(answer, "Cache-Control"))
                            .contains("immutable")
                            .contains("31536000");
                });
    }

    @Test
    void nothingFromElsewhereRunsOnThePage() {
        var page = get("/");

        assertThat(header(page, "Content-Security-Policy"))
                .contains("default-src 'none'")
                .contains("script-src 'self';")
                .contains("style-src 'self';")
                .contains("connect-src 'self';")
                .contains("font-src 'none'")
                .contains("frame-ancestors 'none'")
                .contains("base-uri 'none'")
                .contains("form-action 'self'")
                .doesNotContain("unsafe");
        assertThat(header(page, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(page, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.body()).doesNotContain("<style").doesNotContain("http://");
    }

    @Test
    void thePageIsAskedForAnewAndAnsweredShortWhenItHasNotChanged() {
        var page = get("/");
        var again = city.send(city.request("/").header("If-None-Match", header(page, "ETag")));

        assertThat(header(page, "Cache-Control")).isEqualTo("no-cache");
        assertThat(again.statusCode()).isEqualTo(304);
    }

    @Test
    void thePageLearnsItsBuildAndWhereToSignIn() {
        var place = JsonMapper.shared().readTree(get("/wall/config.json").body());

        assertThat(get("/").body()).contains(place.path("build").asString());
        assertThat(place.path("signIn").path("authorize").asString())
                .isEqualTo("/oauth2/authorize");
        assertThat(place.path("signIn").path("clientId").asString()).isEqualTo("wall-web");
    }

    @Test
    void everyTileOfTheSeedsIsServed() {
        var build =
                JsonMapper.shared()
                        .readTree(get("/wall/config.json").body())
                        .path("build")
                        .asString();

        var tiles = JsonMapper.shared().readTree(get("/wall/" + build + "/tiles.json").body());

        assertThat(tiles).hasSize(126);
        assertThat(tiles.path("00004-20250701")).hasSize(2);
    }

    @Test
    void figuresAndActivitiesBearTheNamesOfTheCatalogue() {
        var build =
                JsonMapper.shared()
                        .readTree(get("/wall/config.json").body())
                        .path("build")
                        .asString();

        var script = get("/wall/" + build + "/catalogue.js");

        assertThat(header(script, "Content-Type")).startsWith("text/javascript");
        assertThat(script.body())
                .contains("\"reportsDueSoon\":[\"Tin báo sắp đến hạn\",\"Reports due soon\"]")
                .contains("LATE = [\"reportsOverdue\",\"findingsOverdue\",\"obstaclesOverdue\"]")
                .contains("\"visit-concluded\":[\"kiểm tra xong\",\"visit concluded\"]");
    }

    @Test
    void filesOfAnotherBuildAndOtherFilesAreNotToBeFound() {
        var build =
                JsonMapper.shared()
                        .readTree(get("/wall/config.json").body())
                        .path("build")
                        .asString();

        assertThat(get("/wall/0000000000000000/app.js").statusCode()).isEqualTo(404);
        assertThat(get("/wall/" + build + "/application.yaml").statusCode()).isEqualTo(404);
        assertThat(get("/wall/" + build + "/..%2fapplication.yaml").statusCode()).isIn(400, 404);
    }

    private HttpResponse<String> get(String path) {
        return city.send(city.request(path));
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
