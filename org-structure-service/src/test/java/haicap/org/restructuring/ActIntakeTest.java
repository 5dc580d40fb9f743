package haicap.org.restructuring;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.org.imports.ActRows;
import haicap.org.units.Unit;
import haicap.org.units.UnitType;
import haicap.platform.orgcopy.Tier;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The rules of an act, row by row, without a database. */
class ActIntakeTest {

    private static final LocalDate JANUARY = LocalDate.parse("2025-01-01");
    private static final LocalDate JULY = LocalDate.parse("2025-07-01");

    private final Map<String, Unit> units = new HashMap<>();
    private ChangesOfAct applied = new ChangesOfAct();

    ActIntakeTest() {
        add("hanoi", UnitType.CITY_POLICE, Tier.CITY, null);
        add("d1", UnitType.URBAN_DISTRICT, Tier.DISTRICT, "hanoi");
        add("old", UnitType.WARD, Tier.COMMUNE, "d1");
        add("other", UnitType.WARD, Tier.COMMUNE, "hanoi");
    }

    private void add(String id, UnitType type, Tier tier, String parent) {
        units.put(
                id,
                new Unit(id, id, id, id, type, tier, parent, JANUARY, null, "list", "CERTAIN", 1));
    }

    private List<String> faultsOf(String... rows) {
        var intake =
                new ActIntake(
                        new HashMap<>(units),
                        new HashMap<>(),
                        id -> Optional.empty(),
                        (act, changes) -> applied = changes);
        return ActRows.faults(intake, rows);
    }

    private static final String ACT =
            "change=ACT unit_id=act-1 name=Act effective_on=2025-07-01 basis=law certainty=CERTAIN";
    private static final String NEW =
            "change=ESTABLISHES unit_id=new code=1 name=New full_name=New type=WARD tier=COMMUNE"
                    + " parent_id=hanoi basis=law certainty=CERTAIN";
    private static final String FOLLOWS =
            "change=SUCCEEDS unit_id=old successor_id=new object_class=ANY share=WHOLE weight=1"
                    + " is_default=yes default_basis=ONLY default_certainty=CERTAIN"
                    + " basis=law certainty=CERTAIN";

    @Test
    void dissolvesWhatHasAnHeir() {
        assertThat(faultsOf(ACT, NEW, "change=DISSOLVES unit_id=old", FOLLOWS)).isEmpty();
        assertThat(applied.established).extracting(Unit::id).containsExactly("new");
        assertThat(applied.dissolved.get("old").validTo()).isEqualTo(JULY);
        assertThat(applied.recorded).hasSize(1);
    }

    @Test
    void refusesToDissolveWithoutAnHeir() {
        assertThat(faultsOf(ACT, "change=DISSOLVES unit_id=old")).containsExactly("no-heir");
        assertThat(
                        faultsOf(
                                ACT,
                                NEW,
                                "change=DISSOLVES unit_id=old",
                                FOLLOWS.replace("ANY", "CRIME_REPORT")))
                .containsExactly("no-heir");
    }

    @Test
    void refusesToLeaveAUnitUnderOneThatEnds() {
        assertThat(
                        faultsOf(
                                ACT,
                                "change=DISSOLVES unit_id=d1",
                                FOLLOWS.replace("unit_id=old", "unit_id=d1")
                                        .replace("successor_id=new", "successor_id=other")))
                .containsExactly("children-left");
        assertThat(
                        faultsOf(
                                ACT,
                                "change=MOVES unit_id=old parent_id=hanoi",
                                "change=DISSOLVES unit_id=d1",
                                FOLLOWS.replace("unit_id=old", "unit_id=d1")
                                        .replace("successor_id=new", "successor_id=other")))
                .isEmpty();
    }

    @Test
    void refusesTwoDefaultsForOneUnit() {
        assertThat(
                        faultsOf(
                                ACT,
                                NEW,
                                "change=DISSOLVES unit_id=old",
                                FOLLOWS,
                                FOLLOWS.replace("successor_id=new", "successor_id=other")))
                .containsExactly("two-defaults");
    }

    @Test
    void refusesAnHeirThatIsNotInForce() {
        assertThat(
                        faultsOf(
                                ACT,
                                "change=DISSOLVES unit_id=other",
                                "change=DISSOLVES unit_id=old",
                                FOLLOWS.replace("successor_id=new", "successor_id=other")))
                .containsExactly("unit-not-in-force");
        assertThat(faultsOf(ACT, "change=DISSOLVES unit_id=old", FOLLOWS))
                .containsExactly("unit-unknown");
    }

    @Test
    void refusesLineageOfWhatDoesNotEnd() {
        assertThat(faultsOf(ACT, NEW, FOLLOWS)).containsExactly("unit-not-dissolved-here");
    }

    @Test
    void refusesAFileThatDoesNotBeginWithItsAct() {
        assertThat(faultsOf(NEW, ACT)).containsExactly("act-not-first");
        assertThat(faultsOf(ACT, ACT)).containsExactly("act-not-first");
    }

    @Test
    void refusesToDissolveTwice() {
        units.put("old", units.get("old").dissolvedOn(LocalDate.parse("2025-03-01")));
        assertThat(faultsOf(ACT, "change=DISSOLVES unit_id=old"))
                .containsExactly("unit-not-in-force");
    }
}
