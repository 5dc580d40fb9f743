package haicap.gateway;

import static haicap.gateway.Answers.asksToRetry;
import static haicap.gateway.Answers.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccessTests {

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
    void refusesCallersWithoutAGoodToken() {
        try (var stranger = new Issuer()) {
            asked(city.send(city.request("/api/v1/units")));
            refused(with("nonsense"));
            refused(with(stranger.token("chief-00004")));
            refused(with(city.issuer.token("chief-00004", "http://other", Duration.ofHours(1))));
            refused(with(city.issuer.token("chief-00004", Issuer.NAME, Duration.ofMinutes(-2))));
        }
        assertThat(city.orgStructure.requests()).isZero();
    }

    private void asked(HttpResponse<String> response) {
        problem(response, 401, "unauthenticated");
        assertThat(response.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    }

    private void refused(HttpResponse<String> response) {
        problem(response, 401, "unauthenticated");
        assertThat(response.headers().firstValue("WWW-Authenticate"))
                .hasValue("Bearer error=\"invalid_token\"");
    }

    private HttpResponse<String> with(String token) {
        return city.send(city.request("/api/v1/units").header("Authorization", "Bearer " + token));
    }

    @Test
    void passesTheTokenOnSoThatThePartChecksItAgain() {
        var token = city.issuer.token("chief-00004");

        assertThat(with(token).statusCode()).isEqualTo(200);
        assertThat(city.orgStructure.lastRequest().requestHeaders().get("Authorization"))
                .isEqualTo("Bearer " + token);
    }

    @Test
    void stopsNobodyWithAGoodTokenWhileTheIssuerIsDead() {
        assertThat(city.get("/api/v1/units").statusCode()).isEqualTo(200);

        city.issuer.part.dies();

        assertThat(with(city.issuer.token("chief-00007")).statusCode()).isEqualTo(200);
    }

    @Test
    void noticesThatTheIssuerChangedItsKey() {
        assertThat(city.get("/api/v1/units").statusCode()).isEqualTo(200);

        city.issuer.changesItsKey();

        await().until(() -> city.get("/api/v1/units").statusCode() == 200);
    }

    @Test
    void tellsAnUncheckableTokenFromABadOne() {
        var issuer = new Issuer();
        issuer.part.dies();
        try (var cut = new City(issuer)) {
            var response = cut.get("/api/v1/units");

            problem(response, 503, "keys-unavailable");
            asksToRetry(response);
        }
    }
}
