package haicap.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.acceptance.client.Answer;
import haicap.acceptance.client.Session;
import haicap.acceptance.client.Session.Write;
import haicap.acceptance.load.Paperwork;
import haicap.acceptance.load.Units.Unit;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the house does not do, and how it says so: as a problem, with a code and a trace id. */
@InTheHouse
@Order(4)
class RefusalsTest {

    private static final int MEBIBYTE = 1 << 20;

    private final House house;
    private final Unit unit;
    private final Session officer;
    private final Session chief;

    RefusalsTest(House house) {
        this.house = house;
        this.unit = house.unit(10);
        this.officer = house.as(unit.officer());
        this.chief = house.as(unit.chief());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/units",
                "/api/v1/crime-reports",
                "/api/v1/feed/city",
                "/api/v1/feed/city/stream",
                "/api/v1/reconciliation"
            })
    void nobodyIsLetInWithoutAToken(String path) {
        refused(house.api().asNobody().get(path), 401, "unauthenticated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/internal/status", "/internal/authority", "/case/internal/status"})
    void whatIsInternalIsNotToBeFoundOutside(String path) {
        assertThat(house.as("operator").get(path).status()).isIn(401, 404);
    }

    @Test
    void anUnknownFieldIsNotOverlooked() {
        var body = Paperwork.report().body().replace("{", "{\"suspectPhone\": \"0900\", ");

        var answer = officer.post("/api/v1/crime-reports", body);

        refused(answer, 400, "malformed");
        assertThat(answer.json().path("errors").get(0).path("code").asString())
                .isEqualTo("unknown-field");
        assertThat(answer.json().path("errors").get(0).path("pointer").asString())
                .isEqualTo("/suspectPhone");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "\"text\"",
                "{\"category\": 7}",
                "\u0000\u0001",
                "<a/>"
            })
    void rubbishIsRefusedAsTheCallersFault(String body) {
        assertThat(officer.post("/api/v1/crime-reports", body).status()).isIn(400, 422);
    }

    @Test
    void valuesThatBreakARuleAreNamed() {
        var body = Paperwork.report().body().replaceFirst("\\d{4}-\\d\\d-\\d\\d\"", "1999-12-31\"");

        var answer = officer.post("/api/v1/crime-reports", body);

        refused(answer, 422, null);
        assertThat(answer.json().path("errors").get(0).path("pointer").asString())
                .isEqualTo("/occurredOn");
    }

    @Test
    void aBodyThatIsTooLongIsRefusedWhetherItsLengthIsToldOrNot() {
        var bytes = new byte[MEBIBYTE + 1];

        var told =
                officer.send(
                        bare().header("Idempotency-Key", "long")
                                .POST(BodyPublishers.ofByteArray(bytes)));
        var untold =
                officer.send(
                        bare().header("Idempotency-Key", "long")
                                .POST(
                                        BodyPublishers.ofInputStream(
                                                () -> new java.io.ByteArrayInputStream(bytes))));

        refused(told, 413, "body-too-large");
        refused(untold, 413, "body-too-large");
    }

    @Test
    void aPostWithoutAnIdempotencyKeyIsRefused() {
        var answer = officer.send(bare().POST(BodyPublishers.ofString(Paperwork.report().body())));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("idempotency-key-missing");
    }

    @Test
    void whatIsOutOfScopeDoesNotExist() {
        var report = officer.accept(Paperwork.report()).orFail().text("id");
        var stranger = house.as(house.unit(11).officer());

        refused(stranger.get("/api/v1/crime-reports/" + report), 404, "not-found");
        refused(stranger.get("/api/v1/crime-reports/cr-none"), 404, "not-found");
        assertThat(stranger.get("/api/v1/feed/units/" + unit.id()).status()).isIn(403, 404);
        assertThat(officer.get("/api/v1/feed/city").status()).isEqualTo(403);
    }

    @Test
    void aChangeMustNameTheVersionThatItsMakerSaw() {
        var report = officer.accept(Paperwork.report()).orFail();
        var change = Paperwork.classification(report.text("id"), report.etag());

        var blind = chief.accept(new Write(change.path(), change.body()));
        chief.accept(change).orFail();
        var stale = chief.accept(Paperwork.classification(report.text("id"), report.etag()));

        refused(blind, 428, "if-match-required");
        refused(stale, 412, "stale-version");
    }

    @Test
    void whoMaySeeAReportMayNotForThatReasonDecideOnIt() {
        var report = officer.accept(Paperwork.report()).orFail();

        refused(
                officer.accept(Paperwork.classification(report.text("id"), report.etag())),
                403,
                null);
    }

    @Test
    void aForgedCursorAndALimitOutOfRangeAreRefused() {
        var path = "/api/v1/crime-reports?unitId=" + unit.id();

        assertThat(officer.get(path + "&cursor=Zm9yZ2Vk").status()).isEqualTo(400);
        assertThat(officer.get(path + "&limit=501").status()).isEqualTo(400);
        assertThat(officer.get(path + "&limit=0").status()).isEqualTo(400);
    }

    @Test
    void speaksVietnameseUnlessAskedForEnglish() {
        var path = "/api/v1/crime-reports/cr-none";

        var english = officer.send(officer.request(path).header("Accept-Language", "en").GET());
        var usual = officer.get(path);

        assertThat(english.text("title")).isEqualTo("Not found");
        assertThat(usual.text("title")).isNotEqualTo(english.text("title")).isNotBlank();
    }

    private java.net.http.HttpRequest.Builder bare() {
        return officer.request("/api/v1/crime-reports").header("Content-Type", "application/json");
    }

    private static void refused(
            Answer answer, int status, @org.jspecify.annotations.Nullable String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type"))
                .hasValueSatisfying(
                        type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.text("traceId")).isNotBlank();
        assertThat(answer.text("title")).isNotBlank();
        if (code != null) {
            assertThat(answer.text("code")).isEqualTo(code);
        }
    }
}
