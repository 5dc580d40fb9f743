package haicap.org.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineageTest {

    private static Succession edge(String from, String to, boolean isDefault) {
        return new Succession(
                from,
                to,
                "ANY",
                Share.PART,
                null,
                null,
                null,
                null,
                null,
                null,
                isDefault,
                "b",
                "c",
                LocalDate.parse("2025-07-01"),
                "act-1",
                "law",
                "CERTAIN",
                1);
    }

    @Test
    void goesOnThroughEveryGeneration() {
        var following = List.of(edge("a", "b", true), edge("b", "c", true), edge("a", "c", false));
        var lineage = Lineage.of("a", List.of(), following);
        assertThat(lineage.successors())
                .extracting(step -> step.generation() + step.edge().toUnitId())
                .containsExactly("1b", "1c", "2c");
        assertThat(lineage.predecessors()).isEmpty();
    }

    @Test
    void putsTheDefaultFirst() {
        var preceding = List.of(edge("x", "a", false), edge("y", "a", true));
        assertThat(Lineage.of("a", preceding, List.of()).predecessors())
                .extracting(step -> step.edge().fromUnitId())
                .containsExactly("y", "x");
    }

    @Test
    void oneFactHasOneFormHoweverItsNumberIsWritten() {
        var ten = new java.math.BigDecimal("0.10");
        var edge =
                new Succession(
                        "a",
                        "b",
                        "ANY",
                        Share.PART,
                        ten,
                        null,
                        null,
                        null,
                        null,
                        null,
                        false,
                        null,
                        null,
                        LocalDate.parse("2025-07-01"),
                        "act-1",
                        "law",
                        "CERTAIN",
                        1);
        assertThat(edge.weight()).isEqualTo(new java.math.BigDecimal("0.1"));
    }
}
