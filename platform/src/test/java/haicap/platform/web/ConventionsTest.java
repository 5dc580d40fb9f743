package haicap.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.platform.access.Caller;
import haicap.platform.events.Version;
import haicap.platform.privacy.Matter;
import haicap.platform.privacy.TellsOf;
import haicap.platform.testing.TestPostgres;
import haicap.platform.testing.TestService;
import haicap.platform.testing.TestTokens;
import haicap.platform.texts.Text;
import haicap.platform.writes.Answer;
import haicap.platform.writes.Locks;
import haicap.platform.writes.WriteRequest;
import haicap.platform.writes.Writes;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
                @NotNull @Text(max = 5) String name,
                int count,
                @Nullable @Valid List<Part> parts) {}

        record Part(@Text(max = 3) String name) {}

        enum Kind {
            PLAIN,
            ODD
        }

        record Letter(
                @NotNull @Text(max = 5) String title,
                @Nullable @Text(max = 2_000, lines = true) String words,
                @Nullable Kind kind,
                @Nullable Boolean urgent) {}

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

        @PostMapping("/api/v1/things/letters")
        ResponseEntity<Object> write(@Valid @RequestBody Letter letter, WriteRequest request) {
            return Answer.ok(
                            Map.of(
                                    "title", letter.title(),
                                    "words", String.valueOf(letter.words()),
                                    "warnings", request.warnings().size()))
                    .toResponse();
        }

        @GetMapping("/api/v1/things/letters")
        ResponseEntity<Page<String>> letters(
                @RequestParam(required = false) @Nullable Set<Kind> kind,
                @RequestParam(required = false) @Nullable Instant since,
                @RequestParam(required = false) @Nullable Boolean urgent,
                @RequestParam(required = false) @Nullable String q,
                @RequestParam(required = false) @Nullable String cursor,
                Limit limit) {
            var from = cursor == null ? "a" : cursors.open(cursor, 1).getFirst();
            var told = List.of(from, kind + "|" + since + "|" + urgent + "|" + q, "c");
            return Page.of(told, limit, cursors::seal).toResponse();
        }

        @TellsOf(Matter.CRIME_REPORT)
        record Row(String name, int count, String note, List<Integer> parts) {}

        @GetMapping("/api/v1/things/table")
        ResponseEntity<Page<Row>> table(Limit limit) {
            var row = new Row("Ba, Đình", -1, "=1+1", List.of(1, 2));
            return Page.of(List.of(row, row), limit, last -> cursors.seal(last.name()))
                    .toResponse();
        }

        @GetMapping("/api/v1/things/none")
        ResponseEntity<Page<Row>> none(Limit limit) {
            return Page.of(List.<Row>of(), limit, Row::name).toResponse();
        }

        /** Twelve hundred, in as many parts as it takes. */
        @GetMapping("/api/v1/things/many")
        ResponseEntity<Page<String>> many(
                @RequestParam(required = false) @Nullable Set<Kind> kind,
                @RequestParam(required = false) @Nullable String cursor,
                Limit limit) {
            int from = cursor == null ? 0 : Integer.parseInt(cursors.open(cursor, 1).getFirst());
            var rest =
                    IntStream.range(from, Math.min(1_200, from + limit.value() + 1))
                            .mapToObj(number -> kind + " " + (number + 1))
                            .toList();
            return Page.of(rest, limit, last -> cursors.seal(last.replaceAll("\\D", "")))
                    .toResponse();
        }

        @GetMapping("/api/v1/things/kept")
        ResponseEntity<Map<String, String>> kept() {
            return ResponseEntity.ok().eTag("\"1-1\"").body(Map.of("name", "kept"));
        }

        @PostMapping("/api/v1/things/kept")
        ResponseEntity<Object> keep(WriteRequest request) {
            request.requireMatch(new Version(1, 1));
            return Answer.ok(Map.of("name", "kept")).toResponse();
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
        assertThat(answer.body()).contains("Chưa xác thực");
    }

    @Test
    void problemsSpeakEnglishWhenAsked() throws Exception {
        var answer =
                send(
                        HttpRequest.newBuilder(uri("/api/v1/things"))
                                .header("Accept-Language", "en-GB"));
        assertThat(answer.body()).contains("Not authenticated");
    }

    @Test
    void whatNoTextMayHoldIsRefusedInAddressesToo() throws Exception {
        for (var path : List.of("/api/v1/things?cursor=a%00b", "/api/v1/things?cursor=%07")) {
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
    void eachListIsHadWholeAsAFileAndEachRowSaysWhoHadItWhen() throws Exception {
        var answer = send(authorized("/api/v1/things/table/export?format=csv"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .matches("attachment; filename=\"table-20\\d\\d-\\d\\d-\\d\\d.csv\"");
        assertThat(answer.headers().firstValue("Link")).isEmpty();
        assertThat(answer.body())
                .matches(
                        "\ufeffname,count,note,parts,watermark\r\n"
                                + "(\"Ba, Đình\",-1,'=1\\+1,1; 2,RESTRICTED \\S+ 20\\S+Z\r\n){2}");
    }

    @Test
    void anExportGoesOnToTheEndOfTheListWithTheListsOwnFilters() throws Exception {
        var answer = send(authorized("/api/v1/things/many/export?kind=ODD"));

        assertThat(answer.body().lines().skip(1))
                .hasSize(1_200)
                .allMatch(row -> row.contains("ODD"));
    }

    @Test
    void anEmptyListIsAFileWithItsHeader() throws Exception {
        var answer = send(authorized("/api/v1/things/none/export"));

        assertThat(answer.body()).isEqualTo("\ufeffname,count,note,parts,watermark\r\n");
    }

    @Test
    void anExportRefusesWhatItsListRefusesAndWhatOnlyListsTake() throws Exception {
        for (var query : List.of("kind=odd", "limit=5", "cursor=x", "format=pdf", "format=")) {
            var answer = send(authorized("/api/v1/things/many/export?" + query));
            assertThat(answer.statusCode()).as(query).isEqualTo(400);
            assertProblem(answer, "malformed");
        }
        var json =
                send(authorized("/api/v1/things/many/export").header("Accept", "application/json"));
        assertThat(json.statusCode()).isEqualTo(406);
    }

    @Test
    void aRefusalBearsNoLinkAndSaysTheMethodsThatThereAre() throws Exception {
        var unread = send(authorized("/api/v1/things?limit=1").header("Accept", "image/png"));
        var put = send(authorized("/api/v1/things").PUT(HttpRequest.BodyPublishers.ofString("{}")));

        assertThat(unread.statusCode()).isEqualTo(406);
        assertThat(unread.headers().firstValue("Link")).isEmpty();
        assertThat(put.statusCode()).isEqualTo(405);
        assertThat(put.headers().firstValue("Allow").orElse("")).contains("GET", "POST");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "\"1-1\"; 304",
                "*; 304",
                "\"9-9\", \"1-1\"; 304",
                "\"9-9\"; 200",
            })
    void aReaderIsToldWhetherHeHasItAlreadyAndMayKeepItForHimself(String had, int status)
            throws Exception {
        var answer = send(authorized("/api/v1/things/kept").header("If-None-Match", had));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("ETag")).hasValue("\"1-1\"");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("private, no-cache");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "\"1-1\"; 200",
                "\"9-9\", \"1-1\"; 200",
                "*; 200",
                "\"9-9\"; 412",
                "W/\"1-1\"; 412",
                "1-1; 400",
                "\"1-1; 400",
            })
    void theVersionThatWasSeenIsReadAsTheProtocolHasIt(String seen, int status) throws Exception {
        var answer =
                send(
                        authorized("/api/v1/things/kept")
                                .header("Idempotency-Key", "kept" + seen.hashCode())
                                .header("If-Match", seen)
                                .POST(HttpRequest.BodyPublishers.noBody()));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    }

    @Test
    void eachRowOfAListSaysHowItMayBeHandled() throws Exception {
        var answer = send(authorized("/api/v1/things/table?limit=1"));

        assertThat(answer.body())
                .contains("{\"items\":[{")
                .contains("\"classification\":\"RESTRICTED\"}],\"next\":");
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

    @ParameterizedTest
    @CsvSource({
        "kinds=PLAIN, kinds, unknown-parameter",
        "Kind=PLAIN, Kind, unknown-parameter",
        "lastEventId=1, lastEventId, unknown-parameter",
        "kind=, kind, value-missing",
        "q=%C2%A0, q, value-missing",
        "q, q, value-missing",
        "q=a&q=b, q, said-twice",
        "limit=1&limit=2, limit, said-twice",
        "limit=, limit, value-missing",
        "'kind=PLAIN,', kind, value-missing",
        "kind=plain, kind, choice-expected",
        "kind=0, kind, choice-expected",
        "urgent=yes, urgent, choice-expected",
        "urgent=1, urgent, choice-expected",
        "since=2025-13-01, since, instant-or-day-expected",
        "since=2025-12-01T00:00:00+07:00, since, instant-or-day-expected",
    })
    void anAddressIsAsStrictAsABodyAndTheFaultIsNamed(String query, String pointer, String code)
            throws Exception {
        var answer = send(authorized("/api/v1/things/letters?" + query));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertProblem(answer, "malformed");
        assertThat(answer.body())
                .contains("\"pointer\":\"" + pointer + "\",\"code\":\"" + code + "\"");
    }

    @ParameterizedTest
    @CsvSource({
        "'kind=ODD,PLAIN', 'ODD, PLAIN'",
        "since=2025-12-01, 2025-11-30T17:00:00Z",
        "since=2025-12-01T00:00:00%2B07:00, 2025-11-30T17:00:00Z",
        "q=Tru%CC%81c%C2%A0, |Trúc\"",
    })
    void anAddressIsUnderstoodAsABodyIs(String query, String told) throws Exception {
        var answer = send(authorized("/api/v1/things/letters?" + query));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains(told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Idempotency-Key", "Acting-Post", "Last-Event-ID", "Authorization"})
    void aHeaderThatSaysOneThingMayNotComeTwice(String header) throws Exception {
        var answer =
                send(authorized("/api/v1/things/letters").header(header, "a").header(header, "b"));

        assertThat(answer.statusCode()).isIn(400, 401);
        if (!header.equals("Authorization")) {
            assertThat(answer.body()).contains("\"pointer\":\"" + header + "\"", "said-twice");
        }
    }

    @Test
    void aCursorLeadsOnInItsOwnListAndFilterOnly() throws Exception {
        var page = send(authorized("/api/v1/things/letters?kind=ODD&limit=2"));
        var cursor = page.body().replaceAll(".*\"next\":\"([^\"]+)\".*", "$1");

        for (var own : List.of("kind=ODD&limit=1", "limit=2&kind=ODD")) {
            var next = send(authorized("/api/v1/things/letters?" + own + "&cursor=" + cursor));
            assertThat(next.statusCode()).as(next.body()).isEqualTo(200);
        }
        for (var other : List.of("things/letters?kind=PLAIN", "things/letters?", "things?")) {
            var next = send(authorized("/api/v1/" + other + "&cursor=" + cursor));
            assertThat(next.statusCode()).as(other).isEqualTo(400);
            assertThat(next.body()).contains("cursor-forged");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"title\":\"a\",\"kind\":0}', /kind, choice-expected",
        "'{\"title\":\"a\",\"kind\":\"\\tODD\"}', /kind, choice-expected",
        "'{\"title\":\"a\",\"kind\":\"\"}', /kind, choice-expected",
        "'{\"title\":\"a\",\"urgent\":1}', /urgent, choice-expected",
        "'{\"title\":\"a\",\"urgent\":\"true\"}', /urgent, choice-expected",
        "'{\"title\":7}', /title, text-expected",
    })
    void nothingIsTakenForSomethingElse(String body, String pointer, String code) throws Exception {
        var answer = send(letter(body));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body())
                .contains("\"pointer\":\"" + pointer + "\",\"code\":\"" + code + "\"");
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"title\":\"abcdef\"}', /title, length-not-allowed",
        "'{\"title\":\"\\u200b\\u00a0\"}', /title, value-missing",
        "'{\"title\":\"\"}', /title, value-missing",
        "'{\"title\":\"a\\u202eb\"}', /title, character-not-allowed",
        "'{\"title\":\"a\\u0007b\"}', /title, character-not-allowed",
        "'{\"title\":\"a\\nb\"}', /title, line-not-allowed",
        "'{\"title\":\"a\",\"words\":\"b\\u0000\"}', /words, text-expected",
        "'{\"title\":\"a\",\"words\":\"b\\tc\"}', /words, character-not-allowed",
    })
    void oneRuleHoldsForAllTexts(String body, String pointer, String code) throws Exception {
        var answer = send(letter(body));

        assertThat(answer.statusCode()).as(answer.body()).isIn(400, 422);
        assertThat(answer.body())
                .contains("\"pointer\":\"" + pointer + "\",\"code\":\"" + code + "\"")
                .doesNotContain("\\\\P", "must ");
    }

    @Test
    void textsAreComposedBeforeTheyAreMeasuredAndLinesEndAlike() throws Exception {
        var answer =
                send(
                        letter(
                                "{\"title\":\"Vie\u0323\u0302t😀\",\"words\":\"%s\\r\\nb\"}"
                                        .formatted("😀".repeat(1_900))));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("\"title\":\"Vi\u1ec7t😀\"", "\\nb");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "APPLICATION/JSON",
                "Application/Json; charset=utf-8",
                "application/merge-patch+json"
            })
    void personalNumbersAreSeenHoweverTheMediaTypeIsSpelt(String type) throws Exception {
        var answer =
                send(
                        authorized("/api/v1/things/letters")
                                .header("Content-Type", type)
                                .header("Idempotency-Key", "p")
                                .POST(
                                        HttpRequest.BodyPublishers.ofString(
                                                "{\"title\":\"a\",\"words\":\"CCCD 001234567890\"}",
                                                StandardCharsets.UTF_8)));

        assertThat(answer.body()).contains("\"warnings\":1");
    }

    @ParameterizedTest
    @CsvSource({
        "'vi;q=0.5,en;q=0.9', Not authenticated",
        "'fr,en;q=0.5', Not authenticated",
        "'EN-us', Not authenticated",
        "'en;q=0', Chưa xác thực",
        "'en;q=0.3,vi', Chưa xác thực",
        "'%%%', Chưa xác thực",
    })
    void languagesAreWeighed(String asked, String said) throws Exception {
        var answer =
                send(
                        HttpRequest.newBuilder(uri("/api/v1/things"))
                                .header("Accept-Language", asked));

        assertThat(answer.body()).contains(said);
    }

    private static HttpRequest.Builder letter(String body) {
        return authorized("/api/v1/things/letters")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "letter")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    @Test
    void anAddressThatNoHeaderCouldRepeatIsA414() throws Exception {
        var answer = send(authorized("/api/v1/things?limit=2&cursor=" + "x".repeat(7_900)));
        assertThat(answer.statusCode()).isEqualTo(414);
        assertProblem(answer, "address-too-long");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
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
