package haicap.gateway;

import static haicap.gateway.Answers.asksToRetry;
import static haicap.gateway.Answers.problem;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LimitsTests {

    private static final int MEBIBYTE = 1024 * 1024;

    private static City city;

    @BeforeAll
    static void start() {
        city =
                new City(
                        "haicap.limits.caller.per-second=5",
                        "haicap.limits.caller.burst=10",
                        "haicap.limits.token-endpoint.per-second=1",
                        "haicap.limits.token-endpoint.burst=3");
    }

    @AfterAll
    static void stop() {
        city.close();
    }

    @Test
    void limitsOneCallerOnAllRoutesTogetherAndNoOther() {
        var before = city.orgStructure.requests() + city.casework.requests();
        var answers =
                IntStream.range(0, 30)
                        .mapToObj(i -> as("busy", i % 2 == 0 ? "units" : "crime-reports"))
                        .toList();

        var refused = answers.stream().filter(answer -> answer.statusCode() == 429).toList();
        assertThat(refused).hasSizeBetween(5, 20);
        problem(refused.getFirst(), 429, "too-many-requests");
        asksToRetry(refused.getFirst());
        assertThat(city.orgStructure.requests() + city.casework.requests() - before)
                .isEqualTo(30 - refused.size());
        assertThat(as("calm", "units").statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> as(String caller, String collection) {
        return city.send(
                city.request("/api/v1/" + collection)
                        .header("Authorization", "Bearer " + city.issuer.token(caller)));
    }

    @Test
    void limitsRequestsForTokensByAddress() {
        var answers =
                IntStream.range(0, 8)
                        .mapToObj(i -> city.send(city.request("/oauth2/token")))
                        .toList();

        assertThat(answers.getFirst().statusCode()).isEqualTo(200);
        problem(answers.getLast(), 429, "too-many-requests");
        asksToRetry(answers.getLast());
    }

    @Test
    void refusesABodyThatIsTooLongByItsAnnouncedLength() {
        var before = city.casework.requests();

        var response = send("/api/v1/crime-reports", MEBIBYTE + 1, true);

        problem(response, 413, "body-too-large");
        assertThat(city.casework.requests()).isEqualTo(before);
    }

    @Test
    void refusesABodyThatIsTooLongWithoutAnyAnnouncement() {
        problem(send("/api/v1/crime-reports", 3 * MEBIBYTE, false), 413, "body-too-large");
    }

    @Test
    void passesABodyOfJustTheAllowedLength() {
        assertThat(send("/api/v1/crime-reports", MEBIBYTE, true).body()).endsWith(" " + MEBIBYTE);
        assertThat(send("/api/v1/crime-reports", MEBIBYTE, false).body()).endsWith(" " + MEBIBYTE);
    }

    @Test
    void allowsImportsMore() {
        var twenty = 20 * MEBIBYTE;

        assertThat(send("/api/v1/imports", twenty, true).body()).endsWith(" " + twenty);
        assertThat(send("/api/v1/imports", twenty, false).body()).endsWith(" " + twenty);
        problem(send("/api/v1/imports", 33 * MEBIBYTE, true), 413, "body-too-large");
    }

    @Test
    void answersACallerWhoWaitsToBeToldToContinue() {
        var request =
                city.signed("/api/v1/crime-reports")
                        .expectContinue(true)
                        .POST(BodyPublishers.ofString("x"));

        assertThat(city.send(request).body()).endsWith(" 1");
    }

    private static HttpResponse<String> send(String path, int length, boolean announced) {
        var body = new byte[length];
        return city.send(
                city.request(path)
                        .header(
                                "Authorization",
                                "Bearer " + city.issuer.token(path + length + announced))
                        .POST(
                                announced
                                        ? BodyPublishers.ofByteArray(body)
                                        : BodyPublishers.ofInputStream(
                                                () -> new ByteArrayInputStream(body))));
    }

    @Test
    void describesWhyItCannotReadARequest() throws IOException {
        assertThat(raw("GET /api/v1/units?q=a|b^ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ")
                .contains("malformed-request", "application/problem+json", "nosniff");
        assertThat(raw("G\u0000T / HTTP/1.1\r\nHost: x\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ")
                .contains("malformed-request");
        assertThat(raw("GET /" + "x".repeat(9000) + " HTTP/1.1\r\nHost: x\r\n\r\n"))
                .startsWith("HTTP/1.1 414 ")
                .contains("path-too-long");
        assertThat(raw("GET / HTTP/1.1\r\nHost: x\r\nX-Y: " + "x".repeat(20_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431 ")
                .contains("headers-too-large");
    }

    private static String raw(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", city.port())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
