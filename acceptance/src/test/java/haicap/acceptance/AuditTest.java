package haicap.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import haicap.acceptance.client.Answer;
import haicap.acceptance.load.Paperwork;
import haicap.acceptance.system.CommandFailed;
import java.sql.SQLException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Who read what restricted thing is on record, and the record cannot be altered unnoticed. */
@InTheHouse
@Order(5)
class AuditTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final House house;
    private final String report;
    private final String obstacle;

    AuditTest(House house) {
        this.house = house;
        var officer = house.as(house.unit(34).officer());
        this.report = officer.accept(Paperwork.report()).orFail().text("id");
        this.obstacle = officer.accept(Paperwork.obstacle()).orFail().text("id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/deadlines", "/custody", "/history"})
    void whoeverReadsAnythingOfAReportIsOnRecord(String what) {
        var director = house.as("director");
        director.get("/api/v1/crime-reports/" + report + what).orFail();

        assertThat(readers("case", report)).containsExactly("HN-100001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/deadlines", "/history"})
    void whoeverReadsAnythingOfAnObstacleIsOnRecord(String what) {
        house.as("director").get("/api/v1/obstacles/" + obstacle + what).orFail();

        assertThat(readers("inspection", obstacle)).containsExactly("HN-100001");
    }

    @Test
    void theLogIsTheAuditorsAndHoldsNoContent() {
        var path = "/api/v1/case/audit?subject=" + report;

        assertThat(house.as("director").get(path).status()).isEqualTo(403);
        assertThat(house.as("auditor").get("/api/v1/crime-reports/" + report).status())
                .isEqualTo(404);
        assertThat(log("case", report).body())
                .contains("crime-report.receipt")
                .doesNotContain("Mất trộm");
    }

    @Test
    void oneCommandProvesEveryPartsChainAndFailsWhenOneIsBroken() throws SQLException {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> verification("case").path("unsealed").asLong() == 0);
        assertThat(house.system().run("audit", "verify"))
                .contains("org-structure", "case", "inspection", "reporting")
                .doesNotContain("BROKEN");
        var row = log("case", report).json().path("items").get(0).path("id").asLong();
        plant("UPDATE audit SET subject = 'cr-other' WHERE id = " + row);
        try {
            assertThatThrownBy(() -> house.system().run("audit", "verify"))
                    .isInstanceOf(CommandFailed.class)
                    .hasMessageContaining("ROW_CHANGED")
                    .hasMessageContaining("row " + row);
        } finally {
            plant("UPDATE audit SET subject = '%s' WHERE id = %d".formatted(report, row));
        }
    }

    private JsonNode verification(String part) {
        return house.as("auditor")
                .get("/api/v1/%s/audit/verification".formatted(part))
                .orFail()
                .json();
    }

    private Answer log(String part, String subject) {
        return house.as("auditor")
                .get("/api/v1/%s/audit?subject=%s".formatted(part, subject))
                .orFail();
    }

    private java.util.List<String> readers(String part, String subject) {
        return log(part, subject)
                .json()
                .path("items")
                .valueStream()
                .filter(line -> line.path("action").asString().equals("read"))
                .map(line -> line.path("caller").asString())
                .toList();
    }

    /** As a superuser who knows how to switch triggers off. */
    private void plant(String order) throws SQLException {
        try (var connection = house.system().postgres().connect("case_service");
                var statement = connection.createStatement()) {
            statement.execute("SET session_replication_role = replica; " + order);
        }
    }
}
