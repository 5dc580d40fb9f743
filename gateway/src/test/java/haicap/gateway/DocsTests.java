package haicap.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is under {@code /docs} opens without a token and without any other server. */
class DocsTests {

    private static final Pattern REFERENCE = Pattern.compile("(?:src|href)=\"([^\"]*)\"");
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
    @ValueSource(strings = {"/docs", "/docs/api", "/docs/events", "/docs/oauth2-redirect.html"})
    void pagesReferOnlyToWhatIsHere(String path) {
        var page = city.send(city.request(path));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).startsWith("<!doctype html>\n<html lang=\"vi\">");
        for (var address : references(page.body())) {
            assertThat(address).as(path).matches("/.*|data:,");
            if (address.startsWith("/") && !address.startsWith("/problems")) {
                assertThat(city.send(city.request(address)).statusCode())
                        .as(address)
                        .isEqualTo(200);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/docs",
                "/docs/api",
                "/docs/events",
                "/docs/openapi.json",
                "/problems",
                "/problems/not-found",
                "/problems/catalogue.css"
            })
    void browsersAreToldToLoadNothingFromElsewhereAndToGuessNothing(String path) {
        var headers = city.send(city.request(path)).headers();

        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'")
                .doesNotContain("http:", "https:", "unsafe-inline", "unsafe-eval", "*");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
    }

    @ParameterizedTest
    @CsvSource({
        "/docs/api, true",
        "/docs/oauth2-redirect.html, true",
        "/docs, false",
        "/docs/events, false",
        "/problems, false"
    })
    void scriptsOfOursRunOnlyWhereAPageHasSome(String path, boolean some) {
        var policy = city.send(city.request(path)).headers().firstValue("Content-Security-Policy");

        assertThat(policy.orElseThrow().contains("script-src 'self';")).isEqualTo(some);
    }

    @Test
    void eventsPageShowsEveryMessageWithItsExample() {
        var page = city.send(city.request("/docs/events")).body();

        assertThat(page)
                .contains(
                        "haicap.org.v1",
                        "haicap.org-records.v1",
                        "haicap.case.v1",
                        "haicap.inspection.v1",
                        "haicap.feed.v1")
                .contains("/docs/haicap.case.v1/CrimeReportReceived.schema.json")
                .contains("&quot;happened&quot;");
    }

    @Test
    void whatIsNotThereIsAProblem() {
        assertThat(city.send(city.request("/docs/nothing")).statusCode()).isEqualTo(404);
        assertThat(city.send(city.request("/docs/files/../openapi.json")).statusCode())
                .isIn(400, 404);
    }

    private static List<String> references(String html) {
        return REFERENCE.matcher(html).results().map(found -> found.group(1)).toList();
    }
}
