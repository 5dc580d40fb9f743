package haicap.org.appointments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import haicap.org.Endings;
import haicap.org.RunningService;
import haicap.org.RunningService.Reply;
import haicap.platform.integrity.IntegrityCheck;
import haicap.platform.outbox.Reannouncements;
import haicap.platform.recount.CountedKinds;
import haicap.platform.recount.Part;
import haicap.platform.recount.UnitSums;
import haicap.platform.testing.TestTokens;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What appointments have because they are records, over HTTP, on the seeds. */
class AppointmentRecordsTest {

    private static final Duration WITHIN = Duration.ofSeconds(10);

    private final RunningService service = RunningService.seeded();
    private final String personnel = service.tokenOf("px01-head");

    private JsonNode read(String id) {
        return service.get("/api/v1/appointments/" + id, personnel).body();
    }

    private List<String> listed(String query) {
        return service.get("/api/v1/appointments?" + query, personnel)
                .body()
                .get("items")
                .valueStream()
                .map(item -> item.get("id").asString())
                .toList();
    }

    private Reply end(String id, String decisionNumber) {
        return service.post(
                "/api/v1/appointments/" + id + "/ending",
                personnel,
                """
                {"decisionNumber": "%s", "decidedAt": "%s", "ground": "Luật CAND", "note": "nghỉ"}
                """
                        .formatted(decisionNumber, Instant.now()),
                "If-Match",
                Endings.etag(service, id));
    }

    @Test
    void anImportedOneIsNumberedByTheUnitOfItsPostAndTheYearInWhichItBegan() {
        var id = Endings.appointmentOf(service, "chief-00004-20250701");
        assertThat(read(id).get("number").asString()).matches("00004/BN/2025/\\d{4,}");
        var director = Endings.appointmentOf(service, "director");
        assertThat(read(director).get("number").asString()).startsWith("HN/BN/2025/");
    }

    @Test
    void numbersHaveNoGaps() {
        var wrong =
                service.sql()
                        .sql(
                                """
                                SELECT count(*)
                                FROM record_number n
                                WHERE n.kind = 'appointment'
                                  AND n.last <> (
                                      SELECT count(*)
                                      FROM record r
                                      WHERE r.number LIKE n.code || '/BN/' || n.year || '/%')
                                """)
                        .query(Long.class)
                        .single();
        assertThat(wrong).isZero();
    }

    @Test
    void itsHistoryTellsTheDecisionAndWhatChanged() {
        var id = Endings.appointmentOf(service, "duty-00127-20250701");
        assertThat(end(id, "77/QĐ").status()).isEqualTo(200);

        var history = service.get("/api/v1/appointments/" + id + "/history", personnel).body();

        assertThat(history.get("items")).hasSize(2);
        assertThat(history.at("/items/0/action").asString()).isEqualTo("import");
        assertThat(history.at("/items/0/byPost").asString()).isEqualTo("operator");
        var ended = history.at("/items/1");
        assertThat(ended.get("action").asString()).isEqualTo("end");
        assertThat(ended.get("byPost").asString()).isEqualTo("px01-head");
        assertThat(ended.get("decisionNumber").asString()).isEqualTo("77/QĐ");
        assertThat(ended.get("note").asString()).isEqualTo("nghỉ");
        assertThat(ended.at("/changes/state/to").asString()).isEqualTo("ENDED");
        assertThat(ended.at("/changes/to/from").isNull()).isTrue();
    }

    @Test
    void anActIsTheGroundOfWhatItEnded() {
        var id = "appointment-chief-00001-20250101-1";
        var history = service.get("/api/v1/appointments/" + id + "/history", personnel).body();

        assertThat(history.at("/items/1/action").asString()).isEqualTo("end");
        assertThat(history.at("/items/1/decisionNumber").isNull()).isTrue();
        assertThat(
                        service.sql()
                                .sql(
                                        """
                                        SELECT body
                                        FROM outbox
                                        WHERE key = :id AND type LIKE '%AppointmentEnded%'
                                        """)
                                .param("id", id)
                                .query(String.class)
                                .list())
                .hasSize(2)
                .allMatch(body -> body.contains("\"byAct\":\"act-"));
    }

    @Test
    void isFoundByNumberByDecisionByPostAndByUnit() {
        var post = "duty-00145-20250701";
        var id = Endings.appointmentOf(service, post);
        end(id, "78/QĐ");
        var number = URLEncoder.encode(read(id).get("number").asString(), StandardCharsets.UTF_8);
        var decision = URLEncoder.encode("78/QĐ", StandardCharsets.UTF_8);

        assertThat(listed("number=" + number)).containsExactly(id);
        assertThat(listed("decisionNumber=" + decision)).containsExactly(id);
        assertThat(listed("postId=" + post)).containsExactly(id);
        assertThat(listed("unitId=00145-20250701&limit=100")).contains(id);
        assertThat(listed("postId=" + post + "&state=MADE")).isEmpty();
    }

    @Test
    void noListShowsWhoTheOfficersAre() {
        var listed = service.get("/api/v1/appointments?limit=5", personnel).body();
        assertThat(listed.get("items").valueStream())
                .hasSize(5)
                .noneMatch(item -> item.has("serviceNumber") || item.has("officerId"));
    }

    @Test
    void onlyWhoMayReadOneReadsListAndHistory() {
        var id = Endings.appointmentOf(service, "chief-00004-20250701");
        var wall = TestTokens.system("wall", "feed.city");
        for (var path : List.of("", "/" + id, "/" + id + "/history")) {
            var address = "/api/v1/appointments" + path;
            assertThat(service.get(address, wall).status()).as(address).isEqualTo(403);
            assertThat(service.get(address, RunningService.OPERATOR).status())
                    .as(address)
                    .isEqualTo(200);
        }
    }

    @Test
    void aDecisionOfTheFutureIsRefused() {
        var id = Endings.appointmentOf(service, "chief-00145-20250701");
        var reply =
                service.post(
                        "/api/v1/appointments/" + id + "/ending",
                        personnel,
                        """
                        {"decisionNumber": "79/QĐ", "decidedAt": "%s"}
                        """
                                .formatted(Instant.now().plus(Duration.ofHours(1))),
                        "If-Match",
                        Endings.etag(service, id));
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.body().at("/errors/0/code").asString()).isEqualTo("instant-in-future");
    }

    @Test
    void whoHoldsWhatIsWhatTheRecordsSay() {
        var wrong =
                service.sql()
                        .sql(
                                """
                                SELECT count(*)
                                FROM appointment a
                                FULL JOIN (SELECT * FROM record WHERE kind = 'appointment') r
                                  USING (id)
                                WHERE (a.version, a.post_id, a.starts_at, a.ends_at)
                                      IS DISTINCT FROM
                                      (r.version, r.body->>'postId',
                                       (r.body->>'from')::timestamptz,
                                       (r.body->>'to')::timestamptz)
                                """)
                        .query(Long.class)
                        .single();
        assertThat(wrong).isZero();
    }

    @Test
    void isRecountedForItsHeirWithTheEndsOfItsOwnTopic() {
        var kinds = service.bean(CountedKinds.class);
        var recount = kinds.units("APPOINTMENT", Instant.now(), WITHIN);

        assertThat(recount.endOffsets()).hasSize(3);
        assertThat(recount.items().stream().mapToLong(UnitSums::files).sum())
                .isEqualTo(
                        service.sql()
                                .sql("SELECT count(*) FROM record WHERE kind = 'appointment'")
                                .query(Long.class)
                                .single());
        var files =
                kinds.files(
                                "APPOINTMENT",
                                "00004-20250701",
                                Part.of(null, null),
                                Instant.now(),
                                WITHIN)
                        .items();
        assertThat(files).anyMatch(file -> file.id().contains("-00004-20250101"));
        assertThat(files).noneMatch(file -> file.publicState().contains("serviceNumber"));
    }

    @Test
    void aReannouncementNamesEachOnBothTopics() {
        var number = service.bean(Reannouncements.class).request("asked for by a test");
        await().atMost(Duration.ofSeconds(60)).until(() -> hasEnded(number));
        var ofEach =
                service.sql()
                        .sql(
                                """
                                SELECT topic, count(DISTINCT key)
                                FROM outbox
                                WHERE type LIKE 'haicap.org%.AppointmentSnapshot.v1'
                                GROUP BY topic
                                """)
                        .query((rs, row) -> rs.getLong(2))
                        .list();
        var all = service.sql().sql("SELECT count(*) FROM appointment").query(Long.class).single();
        assertThat(ofEach).hasSize(2).allMatch(all::equals);
    }

    private boolean hasEnded(long number) {
        return service.sql()
                .sql("SELECT ended_at IS NOT NULL FROM reannouncement WHERE number = :number")
                .param("number", number)
                .query(Boolean.class)
                .single();
    }

    /** A turn of the check looks at some of them. */
    @Test
    void stateAndPublicStateFollowFromTheBody() {
        var check =
                service.beans(IntegrityCheck.class).stream()
                        .filter(each -> each.name().equals("records-follow"))
                        .findFirst()
                        .orElseThrow();
        for (int turn = 0; turn < 5; turn++) {
            assertThat(check.breaches()).isEmpty();
        }
    }
}
