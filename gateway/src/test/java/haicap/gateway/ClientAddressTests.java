package haicap.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose requests they are that come without a token: the client's, not the proxy's. */
class ClientAddressTests {

    private static City city;
    private static City open;

    @BeforeAll
    static void start() {
        var few =
                new String[] {
                    "haicap.limits.open.per-second=1",
                    "haicap.limits.open.burst=3",
                    "haicap.limits.token-endpoint.per-second=1",
                    "haicap.limits.token-endpoint.burst=3",
                    "spring.cloud.gateway.server.webflux.trusted-proxies=127\\.0\\.0\\.1|10\\..*"
                };
        city = new City(few);
        open = new City(few[0], few[1], few[2], few[3]);
    }

    @AfterAll
    static void stop() {
        city.close();
        open.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/problems, 192.0.2.1",
        "/docs/files/swagger-ui.css, 192.0.2.2",
        "/wall/config.json, 192.0.2.3",
        "/, 192.0.2.4",
        "/.well-known/openid-configuration, 192.0.2.5",
        "/oauth2/jwks, 192.0.2.6",
        "/oauth2/authorize, 192.0.2.7",
        "/oauth2/token, 192.0.2.8",
        "/login, 192.0.2.9",
        "/nowhere, 192.0.2.10",
        "/api/v1/units, 192.0.2.11",
        "/api/v1/nowhere, 192.0.2.12"
    })
    void everyPathHasALimitForWhoHasNoToken(String path, String client) {
        for (var i = 0; i < 3; i++) {
            assertThat(from(city, path, client)).isNotEqualTo(429);
        }
        var refused = false;
        for (var i = 0; i < 5; i++) {
            refused |= from(city, path, client) == 429;
        }
        assertThat(refused).isTrue();
        assertThat(from(city, path, "198.51.100.1, " + client.replace("192.0.2", "203.0.113")))
                .isNotEqualTo(429);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "192.0.2.50 | 192.0.2.50",
                "192.0.2.51, 10.1.2.3 | 192.0.2.51",
                "1.1.1.1, 192.0.2.52, 10.1.2.3, 10.0.0.1 | 192.0.2.52",
                "10.9.9.9, 192.0.2.53 | 192.0.2.53",
                "nonsense, 10.1.2.3 | 10.1.2.3",
                "2001:db8::1 | 2001:db8:0:0:0:0:0:1"
            })
    void behindTrustedProxiesItIsTheLastThatIsNoneOfThem(String claimed, String client) {
        city.send(city.signed("/api/v1/units").header("X-Forwarded-For", claimed));

        assertThat(city.orgStructure.lastRequest().requestHeaders().getAll("X-Forwarded-For"))
                .containsExactly(client);
    }

    @Test
    void whoComesByItselfIsNotBelieved() {
        var refused = false;
        for (var i = 0; i < 20; i++) {
            refused |= from(open, "/problems", "192.0.2." + i) == 429;
        }
        assertThat(refused).isTrue();
        open.send(open.signed("/api/v1/units").header("X-Forwarded-For", "192.0.2.1"));
        assertThat(open.orgStructure.lastRequest().requestHeaders().getAll("X-Forwarded-For"))
                .containsExactly("127.0.0.1");
    }

    @Test
    void whoMovesAboutInANetworkOfHisOwnIsOne() {
        var refused = false;
        for (var i = 1; i < 20; i++) {
            refused |= from(city, "/problems", "2001:db8:1:1::" + i) == 429;
        }
        assertThat(refused).isTrue();
        assertThat(from(city, "/problems", "2001:db8:1:2::1")).isEqualTo(200);
    }

    @Test
    void whoHasAGoodTokenIsCountedByItAlone() {
        for (var i = 0; i < 20; i++) {
            var signed = city.signed("/api/v1/units").header("X-Forwarded-For", "192.0.2.60");
            assertThat(city.send(signed).statusCode()).isEqualTo(200);
        }
    }

    private static int from(City city, String path, String forwardedFor) {
        return city.send(city.request(path).header("X-Forwarded-For", forwardedFor)).statusCode();
    }
}
