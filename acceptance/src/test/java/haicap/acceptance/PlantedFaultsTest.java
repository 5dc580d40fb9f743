package haicap.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.acceptance.load.CityAtWork;
import haicap.acceptance.load.Paperwork;
import haicap.acceptance.load.Units.Unit;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Faults planted by hand in the database of reporting; the sources know better. */
@InTheHouse
@Order(5)
class PlantedFaultsTest {

    private final House house;
    private final Unit unit;

    PlantedFaultsTest(House house) {
        this.house = house;
        this.unit = house.unit(4);
    }

    @Test
    void areFoundAndNamedByTheirFilesAlsoUnderLoadAndNothingElseIs() {
        var changed = report();
        var missing = report();
        assertThat(differences()).isEmpty();
        plant("CREATE TABLE kept AS SELECT * FROM fact WHERE id IN ('%s', '%s')", changed, missing);
        try (var city = CityAtWork.begin(house.api(), house.units(), 8, 4)) {
            plant("UPDATE fact SET public = '{}' WHERE id = '%s'", changed);
            plant("DELETE FROM fact WHERE id = '%s'", missing);
            plant(
                    """
                    INSERT INTO fact
                        (id, kind, topic, version, unit_id, public, figures, units, since, until)
                    SELECT 'cr-added-by-hand', kind, topic, version, unit_id, public, figures,
                           units, since, until
                    FROM kept WHERE id = '%s'
                    """,
                    changed);
            city.during(Duration.ofSeconds(2));

            var found = differences();

            assertThat(found.valueStream().map(difference -> difference.path("unitId").asString()))
                    .isNotEmpty()
                    .containsOnly(unit.id());
            assertThat(
                            found.valueStream()
                                    .flatMap(difference -> difference.path("files").valueStream())
                                    .map(JsonNode::asString)
                                    .distinct())
                    .containsExactlyInAnyOrder(changed, missing, "cr-added-by-hand");
        } finally {
            plant(
                    "DELETE FROM fact WHERE id IN ('%s', '%s', 'cr-added-by-hand')",
                    changed, missing);
            plant(
                    """
                    DO $$
                    DECLARE named text := (
                        SELECT string_agg(quote_ident(column_name), ', ')
                        FROM information_schema.columns
                        WHERE table_name = 'fact' AND is_generated = 'NEVER');
                    BEGIN
                        EXECUTE format('INSERT INTO fact (%%1$s) SELECT %%1$s FROM kept', named);
                    END $$
                    """);
            plant("DROP TABLE kept");
        }
        assertThat(Reconciliation.awaitSettled(house).path("differences")).isEmpty();
    }

    @Test
    void aSumThatWasChangedByHandIsNamedByUnitAndFigure() {
        report();
        var change =
                "UPDATE origin_sum SET files = files %s WHERE figure = 'reportsOpen' AND unit_id = '%s'";
        plant(change, "+ 3", unit.id());
        try {
            var found = differences();
            assertThat(found).hasSize(1);
            assertThat(found.at("/0/unitId").asString()).isEqualTo(unit.id());
            assertThat(found.at("/0/figure").asString()).isEqualTo("reportsOpen");
            assertThat(found.at("/0/reported").asLong())
                    .isEqualTo(found.at("/0/recounted").asLong() + 3);
        } finally {
            plant(change, "- 3", unit.id());
        }
        assertThat(differences()).isEmpty();
    }

    @Test
    void aPublicStateThatWasChangedAtItsSourceIsNamedByItsFile() {
        var changed = report();
        var change = "UPDATE record SET public = public %s WHERE id = '%s'";
        plantIn("case_service", change, "|| '{\"by\": \"hand\"}'", changed);
        try {
            var found = differences();
            assertThat(found).hasSize(1);
            assertThat(found.at("/0/files/0").asString()).isEqualTo(changed);
        } finally {
            plantIn("case_service", change, "- 'by'", changed);
        }
        assertThat(differences()).isEmpty();
    }

    private String report() {
        return house.as(unit.officer()).accept(Paperwork.report()).orFail().text("id");
    }

    private JsonNode differences() {
        return Reconciliation.awaitSettled(house).path("differences");
    }

    private void plant(String fault, Object... ids) {
        plantIn("reporting", fault, ids);
    }

    private void plantIn(String database, String fault, Object... ids) {
        try (var connection = house.system().postgres().connect(database);
                var statement = connection.createStatement()) {
            statement.execute(fault.formatted(ids));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
