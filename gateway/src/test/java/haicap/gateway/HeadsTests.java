package haicap.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever asks for the head of a page only gets the head of what he would have got. */
class HeadsTests {

    private static final Pattern FILE = Pattern.compile("/wall/[0-9a-f]{16}/[a-z]+\\.(js|css|svg)");
    private static final List<String> SAME =
            List.of(
                    "Content-Type",
                    "Content-Length",
                    "Cache-Control",
                    "ETag",
                    "Content-Security-Policy",
                    "X-Content-Type-Options");
    private static City city;

    @BeforeAll
    static void start() {
        city = new City();
    }

    @AfterAll
    static void stop() {
        city.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/wall/config.json",
                "/docs",
                "/docs/api",
                "/docs/events",
                "/docs/openapi.json",
                "/docs/asyncapi.yaml",
                "/docs/files/api.js",
                "/docs/files/swagger-ui-bundle.js",
                "/docs/oauth2-redirect.html",
                "/problems",
                "/problems/stale-version",
                "/problems/catalogue.css"
            })
    void headIsThatOfThePage(String path) {
        assertThat(headed(path).statusCode()).isEqualTo(200);
    }

    @Test
    void headIsThatOfEachFileThatThePageNames() {
        var files = FILE.matcher(ask("GET", "/").body()).results().map(found -> found.group());

        assertThat(files)
                .hasSizeGreaterThan(2)
                .allSatisfy(file -> assertThat(headed(file).statusCode()).isEqualTo(200));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/docs/nothing",
                "/wall/0000000000000000/app.js",
                "/problems/none",
                "/nothing"
            })
    void headOfWhatIsNotThereIsRefusedLikeIt(String path) {
        assertThat(headed(path).statusCode()).isEqualTo(404);
    }

    private static HttpResponse<String> headed(String path) {
        var page = ask("GET", path);
        var head = ask("HEAD", path);
        assertThat(head.statusCode()).as(path).isEqualTo(page.statusCode());
        assertThat(head.body()).as(path).isEmpty();
        if (page.statusCode() == 200) {
            for (var name : SAME) {
                assertThat(head.headers().firstValue(name))
                        .as("%s of %s", name, path)
                        .isEqualTo(page.headers().firstValue(name));
            }
        }
        return head;
    }

    private static HttpResponse<String> ask(String method, String path) {
        return city.send(city.request(path).method(method, BodyPublishers.noBody()));
    }
}
