package haicap.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.acceptance.siege.Attack;
import haicap.acceptance.siege.Bystanders;
import haicap.acceptance.siege.Ground;
import haicap.acceptance.system.Parts;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever has no right takes nothing from those who have; the light form of the siege. */
@InTheHouse
@Order(7)
class SiegeTest {

    private static final double LIGHT = 0.05;

    private final House house;

    SiegeTest(House house) {
        this.house = house;
    }

    static List<Attack> attacks() {
        return Attack.all();
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void whoeverAttacksOthersAreServedAndNothingEnds(Attack attack) throws Exception {
        var ground = new Ground(house.system(), house.api(), house.unit(30), LIGHT);
        var processes = processes();
        try (var bystanders = Bystanders.begin(house.system(), house.unit(31))) {
            assertThat(attack.course().run(ground)).isEmpty();
            bystanders.rest();

            assertThat(bystanders.wrong()).isEmpty();
            assertThat(bystanders.nanos()).isNotEmpty();
        }
        assertThat(processes()).isEqualTo(processes);
    }

    @Test
    void afterASiegeTheBooksBalance() {
        assertThat(Reconciliation.awaitSettled(house).path("differences")).isEmpty();
        assertThat(house.system().run("audit", "verify")).doesNotContain("BROKEN");
    }

    private Map<String, Long> processes() {
        return house.system().instances().stream()
                .filter(instance -> !instance.equals(Parts.POSTGRES))
                .collect(
                        Collectors.toMap(
                                instance -> instance,
                                instance -> house.system().process(instance).pid()));
    }
}
