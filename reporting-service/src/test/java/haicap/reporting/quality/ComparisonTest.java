package haicap.reporting.quality;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.reporting.files.CrimeReport;
import haicap.reporting.files.Fact;
import haicap.reporting.testing.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final Instant AT = Instant.parse("2025-10-01T09:00:00Z");
    private static final Instant LATER = AT.plus(Duration.ofDays(9));

    @Test
    void equalFilesMakeNoDifference() {
        var comparison = compare(of(file("a", 1)), of(file("a", 1)), of(file("a", 1)));
        assertThat(comparison.unequal()).isEmpty();
        assertThat(comparison.inFlight()).isZero();
    }

    @Test
    void aFileMissingHereIsUnequal() {
        assertThat(reasons(compare(of(file("a", 1)), of(file("a", 1)), of())))
                .containsExactly("a " + Comparison.MISSING);
    }

    @Test
    void anOlderVersionIsUnequal() {
        assertThat(reasons(compare(of(file("a", 1)), of(file("a", 2)), of(file("a", 1)))))
                .containsExactly("a " + Comparison.OLDER);
    }

    @Test
    void theSameVersionWithOtherValuesIsUnequal() {
        var closed =
                Told.fact(
                        "a",
                        1,
                        "u",
                        new CrimeReport(AT, false, LATER, null, "u", List.of(), null, null, null));
        assertThat(reasons(compare(of(closed), of(file("a", 1)), of(closed))))
                .containsExactly("a " + Comparison.OTHER_VALUES);
    }

    @Test
    void aFileThatTheSourceDoesNotKnowIsUnequalUnlessItCameAfterTheCut() {
        assertThat(reasons(compare(of(file("a", 1)), of(), of(file("a", 1)))))
                .containsExactly("a " + Comparison.UNKNOWN);
        var newer = compare(of(), of(), of(file("a", 1)));
        assertThat(newer.unequal()).isEmpty();
        assertThat(newer.inFlight()).isOne();
    }

    @Test
    void whatIsNewerThanTheCutIsInFlightAndWhatTheSourceNeverHadIsNot() {
        var later = compare(of(file("a", 1)), of(file("a", 1)), of(file("a", 2)));
        assertThat(later.inFlight()).isOne();
        assertThat(later.unequal()).isEmpty();
        var never = compare(of(file("a", 3)), of(file("a", 2)), of(file("a", 3)));
        assertThat(never.inFlight()).isZero();
        assertThat(reasons(never)).containsExactly("a " + Comparison.NEWER);
    }

    @Test
    void whatWentToAnotherUnitAfterTheCutIsInFlight() {
        var cut = of(file("a", 1));
        var gone = new Comparison("u", of(file("a", 1)), cut, of(), of(file("a", 2)));
        assertThat(gone.inFlight()).isOne();
        assertThat(gone.unequal()).isEmpty();
        var astray = new Comparison("u", of(), cut, of(), of(file("a", 1)));
        assertThat(reasons(astray)).containsExactly("a " + Comparison.MISSING);
    }

    @Test
    void whatWasElsewhereAtTheCutAndCameBackIsInFlight() {
        var back = compare(of(file("a", 1)), of(), of(file("a", 3)));
        assertThat(back.inFlight()).isOne();
        assertThat(back.unequal()).isEmpty();
    }

    private static List<String> reasons(Comparison comparison) {
        return comparison.unequal().stream().map(file -> file.id() + " " + file.reason()).toList();
    }

    private static Comparison compare(
            Map<String, Fact> before, Map<String, Fact> cut, Map<String, Fact> after) {
        return new Comparison("u", before, cut, after, Map.of());
    }

    private static Map<String, Fact> of(Fact... facts) {
        return Stream.of(facts).collect(Collectors.toMap(Fact::id, Function.identity()));
    }

    private static Fact file(String id, long version) {
        return Told.fact(
                id,
                version,
                "u",
                new CrimeReport(AT, true, LATER, null, "u", List.of(), null, null, null));
    }
}
