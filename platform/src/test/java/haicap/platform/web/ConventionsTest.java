package haicap.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.platform.access.Caller;
import haicap.platform.privacy.Matter;
import haicap.platform.privacy.TellsOf;
import haicap.platform.testing.TestPostgres;
import haicap.platform.testing.TestService;
import haicap.platform.testing.TestTokens;
import haicap.platform.writes.Answer;
import haicap.platform.writes.Locks;
import haicap.platform.writes.WriteRequest;
import haicap.platform.writes.Writes;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The conventions of the public contract, at the door of a service. */
class ConventionsTest {

    /** Found, like the tokens, by the platform's own scan: both lie in its package. */
    @RestController
    static class Things {

        record Thing(
                @NotNull @Size(min = 1, max = 5) String name,
                int count,
                @Nullable @Valid List<Part> parts) {}

        record Part(@Size(max = 3) String name) {}

        private final Writes writes;
        private final Cursors cursors;

        Things(Writes writes, Cursors cursors) {
            this.writes = writes;
            this.cursors = cursors;
        }

        @PostMapping("/api/v1/things")
        ResponseEntity<Object> make(
                @Valid @RequestBody Thing thing, Caller caller, WriteRequest request) {
            return writes.answer(
                            request,
                            Locks.on(thing.name()),
                            () -> Answer.ok(Map.of("by", caller.name(), "name", thing.name())))
                    .toResponse();
        }

        @TellsOf(Matter.CRIME_REPORT)
        record Row(String name, int count, String note, List<Integer> parts) {}

        @GetMapping("/api/v1/things/table")
        ResponseEntity<Page<Row>> table(Limit limit) {
            var row = new Row("Ba, Đình", -1, "=1+1", List.of(1, 2));
            return Page.of(List.of(row, row), limit, last -> cursors.seal(last.name()))
                    .toResponse();
        }

        @GetMapping("/api/v1/things/one")
        Thing one() {
            return new Thing("one", 1, null);
        }

        @GetMapping("/api/v1/things")
        ResponseEntity<Page<String>> list(
                Limit limit, @RequestParam(required = false) String cursor) {
            var from = cursor == null ? "a" : cursors.open(cursor, 1).getFirst();
            return Page.of(List.of(from, "b", "c"), limit, cursors::seal).toResponse();
        }
    }

    private static ServletWebServerApplicationContext service;
    private static final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        service =
                (ServletWebServerApplicationContext)
                        TestService.start(
                                TestPostgres.database(),
                                "one",
                                Map.of("haicap.orgcopy.feed", "false"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void withoutATokenIsA401Problem() throws Exception {
        var answer = send(HttpRequest.newBuilder(uri("/api/v1/things")));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertProblem(answer, "unauthenticated");
        assertThat(answer.body()).contains("Cần đăng nhập");
    }

    @Test
    void problemsSpeakEnglishWhenAsked() throws Exception {
        var answer =
                send(
                        HttpRequest.newBuilder(uri("/api/v1/things"))
                                .header("Accept-Language", "en-GB"));
        assertThat(answer.body()).contains("Sign-in needed");
    }

    @Test
    void whatNoTextMayHoldIsRefusedInAddressesToo() throws Exception {
        for (var path : List.of("/api/v1/things?cursor=a%00b", "/api/v1/things?other=%07")) {
            var answer = send(authorized(path));
            assertThat(answer.statusCode()).isEqualTo(400);
            assertProblem(answer, "malformed");
        }
        var rejected = send(authorized("/api/v1/things?%00=1"));
        assertThat(rejected.statusCode()).isEqualTo(400);
    }

    @Test
    void whatTheContainerCannotReadIsRefusedLikeAllElse() throws Exception {
        for (var query : List.of("?other=%ff", "?" + "a=1&".repeat(1_001))) {
            var answer = send(authorized("/api/v1/things" + query));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"%ff%fe", "%c0%af", "%ed%a0%80"})
    void anAddressThatIsNoTextGetsAProblemAndNoPageOfTheContainer(String step) throws Exception {
        var answer = send(authorized("/api/v1/things/" + step));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertProblem(answer, "http-400");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "multipart/form-data", "multipart/form-data; boundary=x"})
    void mediaTypesThatNobodyReadsAreNotSupported(String type) throws Exception {
        var answer =
                send(
                        authorized("/api/v1/things")
                                .header("Content-Type", type)
                                .header("Idempotency-Key", "media")
                                .POST(HttpRequest.BodyPublishers.ofString("{}")));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(415);
    }

    @Test
    void halfACharacterIsRefusedWhereverItStands() throws Exception {
        for (var body :
                List.of(
                        "{\"name\": \"\\ud800\", \"count\": 1}",
                        "{\"name\": \"a\", \"count\": 1, \"\\ud800\": 1}")) {
            var answer =
                    send(
                            authorized("/api/v1/things")
                                    .header("Content-Type", "application/json")
                                    .header("Idempotency-Key", "half")
                                    .POST(HttpRequest.BodyPublishers.ofString(body)));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertProblem(answer, "malformed");
        }
    }

    @Test
    void aListComesAsCsvWhenAskedForAndEachRowSaysWhoHadItWhen() throws Exception {
        var answer = send(authorized("/api/v1/things/table?limit=1").header("Accept", "text/csv"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(answer.headers().firstValue("Link").orElseThrow()).contains("cursor=");
        assertThat(answer.body())
                .matches(
                        "name,count,note,parts,watermark\r\n"
                                + "\"Ba, Đình\",-1,'=1\\+1,\"\\[1,2]\",RESTRICTED \\S+ 20\\S+Z\r\n");
    }

    @Test
    void eachRowOfAListSaysHowItMayBeHandled() throws Exception {
        var answer = send(authorized("/api/v1/things/table?limit=1"));

        assertThat(answer.body())
                .contains("{\"items\":[{")
                .contains("\"classification\":\"RESTRICTED\"}],\"next\":");
    }

    @Test
    void oneThingDoesNotComeAsCsv() throws Exception {
        var answer = send(authorized("/api/v1/things/one").header("Accept", "text/csv"));

        assertThat(answer.statusCode()).isEqualTo(406);
    }

    @Test
    void aPostWithoutAKeyIsRefused() throws Exception {
        var answer = send(post("{\"name\":\"x\",\"count\":1}"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("idempotency-key-missing");
    }

    @Test
    void anUnknownFieldIsNamed() throws Exception {
        var answer =
                send(
                        post("{\"name\":\"x\",\"count\":1,\"religion\":\"?\"}")
                                .header("Idempotency-Key", "k1"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("unknown-field", "/religion");
    }

    @Test
    void aBrokenRuleIsA422ThatNamesTheField() throws Exception {
        var answer =
                send(post("{\"name\":\"too long\",\"count\":1}").header("Idempotency-Key", "k2"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("/name", "length-not-allowed");
    }

    @Test
    void aBrokenRuleInsideAListIsPointedAt() throws Exception {
        var answer =
                send(
                        post("{\"name\":\"x\",\"count\":1,\"parts\":[{\"name\":\"a\"},{\"name\":\"long\"}]}")
                                .header("Idempotency-Key", "k4"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("\"/parts/1/name\"");
    }

    @Test
    void rubbishIsA400() throws Exception {
        for (var rubbish :
                List.of(
                        "",
                        "{",
                        "[]",
                        "null",
                        "{\"name\":{},\"count\":1}",
                        "{\"name\":\"a\",\"name\":\"b\",\"count\":1}")) {
            var answer = send(post(rubbish).header("Idempotency-Key", "k3"));
            assertThat(answer.statusCode()).as(rubbish).isEqualTo(400);
            assertProblem(answer, "malformed");
        }
    }

    @Test
    void anotherMediaTypeIsA415() throws Exception {
        var answer =
                send(
                        HttpRequest.newBuilder(uri("/api/v1/things"))
                                .header("Authorization", "Bearer " + TestTokens.system("s", "x"))
                                .header("Idempotency-Key", "k4")
                                .header("Content-Type", "text/plain")
                                .POST(HttpRequest.BodyPublishers.ofString("x")));
        assertThat(answer.statusCode()).isEqualTo(415);
        assertProblem(answer, "http-415");
    }

    @Test
    void anUnknownAddressIsA404Problem() throws Exception {
        var answer = send(authorized("/api/v1/nothing"));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertProblem(answer, "http-404");
    }

    @Test
    void aLimitOutOfRangeAndAForgedCursorAre400() throws Exception {
        for (var query : List.of("limit=0", "limit=501", "limit=x", "cursor=forged", "cursor=")) {
            var answer = send(authorized("/api/v1/things?" + query));
            assertThat(answer.statusCode()).as(query).isEqualTo(400);
        }
    }

    @Test
    void aCursorLeadsOn() throws Exception {
        var answer = send(authorized("/api/v1/things?limit=2"));
        assertThat(answer.statusCode()).isEqualTo(200);
        var link = answer.headers().firstValue("Link").orElseThrow();
        assertThat(link).startsWith("</api/v1/things?").endsWith("rel=\"next\"");
        var next = send(authorized(link.substring(1, link.indexOf('>'))));
        assertThat(next.statusCode()).isEqualTo(200);
    }

    @Test
    void aBodyAboveTheLimitIsA413() throws Exception {
        var answer = send(post("x".repeat((1 << 20) + 1)).header("Idempotency-Key", "k5"));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertProblem(answer, "body-too-large");
    }

    private static HttpRequest.Builder authorized(String path) {
        return HttpRequest.newBuilder(uri(path))
                .header("Authorization", "Bearer " + TestTokens.system("s", "x"));
    }

    private static HttpRequest.Builder post(String body) {
        return authorized("/api/v1/things")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static URI uri(String path) {
        return URI.create("http://127.0.0.1:" + service.getWebServer().getPort() + path);
    }

    private static void assertProblem(HttpResponse<String> answer, String code) {
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"", "\"traceId\":");
    }
}
