package haicap.reporting.quality;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.reporting.facts.Fact;
import haicap.reporting.facts.FileKind;
import java.time.Duration;
import java.time.Instant;
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
        assertThat(comparison.differences("u", AT)).isEmpty();
        assertThat(comparison.inFlight()).isZero();
    }

    @Test
    void aFileMissingHereIsADifferenceInEveryFigureThatItWouldCountIn() {
        var comparison = compare(of(), of(file("a", 1)), of());
        assertThat(comparison.reasons()).containsExactly(Map.entry("a", Comparison.MISSING));
        assertThat(comparison.differences("u", AT))
                .extracting(Difference::figure, Difference::reported, Difference::recounted)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("reportsReceivedToday", 0L, 1L),
                        org.assertj.core.groups.Tuple.tuple("reportsOpen", 0L, 1L));
    }

    @Test
    void anOlderVersionIsADifferenceEvenWhenNoFigureShowsIt() {
        var comparison = compare(of(file("a", 1)), of(file("a", 2)), of(file("a", 1)));
        var difference = comparison.differences("u", AT).getFirst();
        assertThat(difference.figure()).isEqualTo(Difference.FILES);
        assertThat(difference.files()).containsExactly("a");
        assertThat(difference.reasons()).containsEntry("a", Comparison.OLDER);
    }

    @Test
    void theSameVersionWithOtherValuesIsADifference() {
        var closed = new Fact("a", FileKind.CRIME_REPORT, 1, "u", false, AT, LATER);
        var comparison = compare(of(closed), of(file("a", 1)), of(closed));
        assertThat(comparison.reasons()).containsEntry("a", Comparison.OTHER_VALUES);
        assertThat(comparison.differences("u", AT))
                .extracting(Difference::figure)
                .containsExactly("reportsOpen");
    }

    @Test
    void aFileThatTheSourceDoesNotKnowIsADifferenceUnlessItCameAfterTheCut() {
        var known = compare(of(file("a", 1)), of(), of(file("a", 1)));
        assertThat(known.reasons()).containsEntry("a", Comparison.UNKNOWN);
        var newer = compare(of(), of(), of(file("a", 1)));
        assertThat(newer.reasons()).isEmpty();
        assertThat(newer.inFlight()).isOne();
        assertThat(newer.differences("u", AT)).isEmpty();
    }

    @Test
    void whatIsNewerThanTheCutIsInFlightAndWhatTheSourceNeverHadIsNot() {
        var later = compare(of(file("a", 1)), of(file("a", 1)), of(file("a", 2)));
        assertThat(later.inFlight()).isOne();
        assertThat(later.differences("u", AT)).isEmpty();
        var never = compare(of(file("a", 3)), of(file("a", 2)), of(file("a", 3)));
        assertThat(never.inFlight()).isZero();
        assertThat(never.reasons()).containsEntry("a", Comparison.NEWER);
    }

    private static Comparison compare(
            Map<String, Fact> before, Map<String, Fact> cut, Map<String, Fact> after) {
        return new Comparison(before, cut, after);
    }

    private static Map<String, Fact> of(Fact... facts) {
        return Stream.of(facts).collect(Collectors.toMap(Fact::id, Function.identity()));
    }

    private static Fact file(String id, long version) {
        return new Fact(id, FileKind.CRIME_REPORT, version, "u", true, AT, LATER);
    }
}
