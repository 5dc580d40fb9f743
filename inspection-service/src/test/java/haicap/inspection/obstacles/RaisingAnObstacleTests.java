package haicap.inspection.obstacles;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.inspection.RunningInspection;
import haicap.platform.testing.TestTokens;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RaisingAnObstacleTests {

    private static final String HINDRANCE =
            """
            {"field": "AREA_POLICE", "severity": "MEDIUM", "askedOf": "pc06-20250101",
             "description": "Trụ sở cũ chưa được bàn giao.", "legalBasisIssue": "Điều 5 chưa rõ"}
            """;

    private final RunningInspection inspection = RunningInspection.shared();

    @Test
    void belongsToTheUnitOfThePostThatRaisesIt() {
        var reply = inspection.raise("duty-00004", HINDRANCE);

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.header("Location")).isEqualTo("/api/v1/obstacles/" + reply.text("id"));
        assertThat(reply.header("ETag")).isEqualTo("\"1-1\"");
        assertThat(reply.text("unitId")).isEqualTo(RunningInspection.WARD);
        assertThat(reply.text("raisingUnitId")).isEqualTo(RunningInspection.WARD);
        assertThat(reply.text("state")).isEqualTo("RAISED");
        assertThat(reply.text("raisedByPost")).isEqualTo("duty-00004");
        assertThat(reply.text("description")).isEqualTo("Trụ sở cũ chưa được bàn giao.");
        assertThat(reply.text("legalBasisIssue")).isEqualTo("Điều 5 chưa rõ");
    }

    @Test
    void isToldOnceAndAuditedInTheSameTransaction() {
        var id = inspection.raise("duty-00004", HINDRANCE).text("id");

        assertThat(count("SELECT count(*) FROM outbox WHERE key = :id", id)).isOne();
        assertThat(
                        count(
                                """
                                SELECT count(*) FROM audit
                                WHERE subject = :id AND action = 'obstacle.raise'
                                  AND post = 'duty-00004'
                                """,
                                id))
                .isOne();
    }

    @Test
    void neverTellsItsText() {
        var id = inspection.raise("duty-00004", HINDRANCE).text("id");

        assertThat(body(id)).contains("AREA_POLICE").doesNotContain("Trụ sở", "Điều 5");
    }

    private String body(String id) {
        return inspection
                .sql()
                .sql("SELECT body FROM outbox WHERE key = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    private long count(String sql, String id) {
        return inspection.sql().sql(sql).param("id", id).query(Long.class).single();
    }

    @Test
    void isMadeOnceUnderOneKey() {
        var key = UUID.randomUUID().toString();

        var first = inspection.raise("duty-00004", HINDRANCE, key);
        var again = inspection.raise("duty-00004", HINDRANCE, key);

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        var other = inspection.raise("duty-00004", HINDRANCE.replace("MEDIUM", "HIGH"), key);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.text("code")).isEqualTo("idempotency-key-reused");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"AREA_POLICE\" | \"FINANCE\"        | 400 | /field",
                "\"AREA_POLICE\" | null               | 422 | /field",
                "\"MEDIUM\"      | \"URGENT\"         | 400 | /severity",
                "\"MEDIUM\"      | null               | 422 | /severity",
                "\"Trụ sở cũ chưa được bàn giao.\" | \"\"       | 422 | /description",
                "\"Trụ sở cũ chưa được bàn giao.\" | \"   \"    | 422 | /description",
                "\"Trụ sở cũ chưa được bàn giao.\" | \"a\\u0007b\" | 422 | /description",
                "\"Điều 5 chưa rõ\" | \"\"            | 422 | /legalBasisIssue",
                "\"askedOf\"     | \"religion\"       | 400 | /religion",
                "pc06-20250101   | 00008-20250701     | 422 | /askedOf",
                "pc06-20250101   | nowhere            | 422 | /askedOf"
            })
    void refusesWhatBreaksARule(String good, String bad, int status, String pointer) {
        var reply = inspection.raise("duty-00004", HINDRANCE.replace(good, bad));

        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(status);
        assertThat(reply.body().at("/errors/0/pointer").asString()).isEqualTo(pointer);
        assertThat(reply.body().at("/errors/0/detail").asString()).isNotBlank();
    }

    @Test
    void refusesTextsBeyondFourThousandCharacters() {
        var longest = HINDRANCE.replace("Trụ sở cũ chưa được bàn giao.", "x".repeat(4_000));

        assertThat(inspection.raise("duty-00004", longest).status()).isEqualTo(201);
        assertThat(inspection.raise("duty-00004", longest.replaceFirst("xx", "xxx")).status())
                .isEqualTo(422);
    }

    @Test
    void needsNoMoreThanFieldSeverityAndDescription() {
        var reply =
                inspection.raise(
                        "chief-00008",
                        """
                        {"field": "GENERAL", "severity": "LOW", "description": "x"}
                        """);

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.body().path("askedOf").isNull()).isTrue();
    }

    @Test
    void isForOfficersWhoHoldAPost() {
        var nobody = inspection.raise("without-a-post", HINDRANCE);
        var system =
                inspection.send(
                        inspection
                                .with(TestTokens.system("wall", "feed.city"), "/api/v1/obstacles")
                                .header("Content-Type", "application/json")
                                .header("Idempotency-Key", UUID.randomUUID().toString())
                                .POST(BodyPublishers.ofString(HINDRANCE)));

        assertThat(nobody.status()).isEqualTo(403);
        assertThat(nobody.text("code")).isEqualTo("no-post-held");
        assertThat(system.status()).isEqualTo(403);
    }
}
