package haicap.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What a client sends wrong is refused or passed on; it is nobody's failure but the client's. */
@ExtendWith(OutputCaptureExtension.class)
class ImproperHeadsTests {

    private static final String SECRET = "canary-0123456789";
    private static final String END = "Connection: close\r\n\r\n";

    private static City city;
    private static String token;

    @BeforeAll
    static void start() {
        city =
                new City(
                        "haicap.limits.caller.per-second=5000",
                        "haicap.limits.caller.burst=5000",
                        "haicap.limits.open.per-second=5000",
                        "haicap.limits.open.burst=5000");
        token = "Authorization: Bearer " + city.issuer.token("chief-00004") + "\r\n";
    }

    @AfterAll
    static void stop() {
        city.close();
    }

    @Test
    void everyByteOfAnAddressIsPassedOnOrRefusedAndOpensNoBreaker() throws IOException {
        for (var each : IntStream.range(0, 256).toArray()) {
            var odd = (char) each;
            for (var target :
                    List.of("/api/v1/units/a" + odd, "/api/v1/units?q=" + odd, "/login?q=" + odd)) {
                var answer = Wire.answer(city, "GET %s HTTP/1.1\r\n%s".formatted(target, mine()));
                assertThat(status(answer)).as("byte %d in %s", each, target).isIn(200, 400, 404);
            }
        }
        assertThat(city.get("/api/v1/units").statusCode()).isEqualTo(200);
        assertThat(city.send(city.request("/login")).statusCode()).isEqualTo(200);
    }

    @Test
    void everyByteOfAHeaderIsPassedOnOrRefused() throws IOException {
        for (var name :
                List.of(
                        "Host",
                        "Cookie",
                        "Accept-Language",
                        "Accept",
                        "Origin",
                        "X-Forwarded-For")) {
            for (var each : IntStream.range(0, 256).toArray()) {
                var head =
                        "GET /api/v1/units HTTP/1.1\r\n%s: a%c;q=\r\n%s"
                                .formatted(
                                        name,
                                        (char) each,
                                        name.equals("Host") ? token + END : mine());
                assertThat(status(Wire.answer(city, head))).as("%s %d", name, each).isIn(200, 400);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/units?q=a[b] HTTP/1.1\r\nHost: x\r\n",
                "GET /api/v1/units#a HTTP/1.1\r\nHost: x\r\n",
                "GET /api/v1/units?q=%zz HTTP/1.1\r\nHost: x\r\n",
                "GET api/v1/units HTTP/1.1\r\nHost: x\r\n",
                "GET ftp://x/api/v1/units HTTP/1.1\r\nHost: x\r\n",
                "GET http://[/api/v1/units HTTP/1.1\r\nHost: x\r\n",
                "GET http:///api/v1/units HTTP/1.1\r\nHost: x\r\n",
                "GET /api/v1/units HTTP/9.9\r\nHost: x\r\n",
                "GET /api/v1/units HTTP/1.1\r\n",
                "GET /api/v1/units HTTP/1.1\r\nHost: \r\n",
                "GET /api/v1/units HTTP/1.1\r\nHost: x\r\nHost: y\r\n",
                "GET /api/v1/units HTTP/1.1\r\nHost: x:99999\r\n",
                "GET /api/v1/units HTTP/1.1\r\nHost: x/%00\r\n",
                "GET /api/v1/units HTTP/1.1\r\nHost: x\r\nX-Y : a\r\n",
                "POST /api/v1/units HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nContent-Length: 3\r\n",
                "POST /api/v1/units HTTP/1.1\r\nHost: x\r\nContent-Length: -2\r\n",
                "POST /api/v1/units HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n"
                        + "Transfer-Encoding: chunked\r\n",
                "POST /api/v1/units HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip, chunked\r\n",
                "POST /api/v1/units HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunkedx\r\n",
                "CONNECT elsewhere:80 HTTP/1.1\r\nHost: x\r\n",
                "TRACE /api/v1/units HTTP/1.1\r\nHost: x\r\n",
                "PRI * HTTP/2.0\r\n"
            })
    void whatIsNoProperHttpReachesNoPart(String head) throws IOException {
        var before = city.orgStructure.requests();

        assertThat(Wire.answer(city, head + token + END))
                .startsWith("HTTP/1.1 400 ")
                .contains("malformed-request", "application/problem+json");

        assertThat(city.orgStructure.requests()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET http://elsewhere/api/v1/units HTTP/1.1\r\nHost: x\r\n",
                "GET /api/v1/units HTTP/1.1\r\nHost: [::1]:8080\r\n",
                "GET /api/v1/units HTTP/1.1\r\nHost: x\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMA\r\n",
                "GET /api/v1/units HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\n"
            })
    void whatIsProperButUnusualIsAnOrdinaryRequest(String head) throws IOException {
        assertThat(Wire.answer(city, head + token + END))
                .startsWith("HTTP/1.1 200 ")
                .contains("/api/v1/units 0");
        assertThat(city.orgStructure.lastRequest().requestHeaders().get("Upgrade")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"?q==%20", "?q=%20%2B+&&=&x", "?", "?a?/:@", "/a=;!$'()*+,%41"})
    void whatIsPassedOnIsPassedLetterForLetter(String rest) throws IOException {
        var target = "/api/v1/units" + rest;
        var answer = Wire.answer(city, "GET %s HTTP/1.1\r\n%s".formatted(target, mine()));

        assertThat(answer.contains("malformed-request") || answer.contains(target + " 0"))
                .as(answer)
                .isTrue();
    }

    @Test
    void aBodyThatBreaksItsFramingHalfWayIsNeverTakenForAWholeOne() throws IOException {
        for (var path : List.of("/api/v1/units", "/api/v1/imports")) {
            var before = city.orgStructure.requests();

            var answer =
                    Wire.answer(
                            city,
                            "POST %s HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n"
                                            .formatted(path)
                                    + token
                                    + END
                                    + "2\r\n{}\r\nzz\r\n{}\r\n0\r\n\r\n");

            assertThat(answer).startsWith("HTTP/1.1 400 ");
            assertThat(city.orgStructure.requests()).as(path).isEqualTo(before);
        }
    }

    @Test
    void anAddressOrAHeadThatAServiceCouldNotTakeStopsHere() throws IOException {
        var address = "GET /api/v1/units?q=" + "x".repeat(7_900) + " HTTP/1.1\r\n";
        var many = "GET /api/v1/units HTTP/1.1\r\n" + "a: b\r\n".repeat(100);

        assertThat(Wire.answer(city, address + mine())).startsWith("HTTP/1.1 414 ");
        assertThat(Wire.answer(city, many + mine())).startsWith("HTTP/1.1 431 ");
    }

    static Stream<String> carriers() {
        return Stream.of(
                "GET /api/v1/units?token=%s[ HTTP/1.1\r\nHost: x\r\n",
                "GET /api/v1/units?token=%s HTTP/1.1\r\nHost: x/%%00\r\n",
                "GET /nowhere?token=%s HTTP/1.1\r\nHost: x\r\n",
                "GET /api/v1/units HTTP/1.1\r\nHost: x\r\nCookie: a=b; Bearer %s,\u00e9=\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nCookie: a=b; Bearer %s,\u00e9=\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nAccept-Language: %s;q=x\r\n",
                "GET /nowhere HTTP/1.1\r\nHost: x\r\nAccept-Language: %s;q=x\r\n",
                "GET /wall/config.json HTTP/1.1\r\nHost: x\r\nAccept: %s\u00e9\r\n",
                "GET /wall/config.json HTTP/1.1\r\nHost: x\r\nOrigin: ht tp://[%s\r\n",
                "POST /api/v1/units HTTP/1.1\r\nHost: x\r\nContent-Type: %s\u00e9\r\n",
                "GET /api/v1/units HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: %s\r\n");
    }

    @ParameterizedTest
    @MethodSource("carriers")
    void noLogHoldsAQueryOrAHeadersValue(String head, CapturedOutput output) throws IOException {
        var before = output.getAll().length();

        Wire.answer(city, head.formatted(SECRET.repeat(50)) + token + END);

        assertThat(output.getAll()).doesNotContain(SECRET).hasSizeLessThan(before + 500);
    }

    @Test
    void whatNobodyForesawIsToldInABoundedLineWithoutWhatWasSent(CapturedOutput output) {
        var before = output.getAll().length();
        city.orgStructure.behaves((request, response) -> response.status(999).send());
        try {
            city.get("/api/v1/units/" + "x".repeat(2_000) + "?token=" + SECRET);
        } finally {
            city.orgStructure.behaves(Part.ECHO);
        }
        assertThat(output.getAll()).doesNotContain(SECRET).hasSizeLessThan(before + 5_000);
    }

    private static String mine() {
        return "Host: x\r\n" + token + END;
    }

    private static int status(String answer) {
        return Integer.parseInt(answer.substring(9, 12));
    }
}
