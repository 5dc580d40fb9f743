package haicap.org.functions;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.org.functions.Gap.Kind;
import haicap.platform.orgcopy.Function;
import haicap.platform.orgcopy.Function.Level;
import haicap.platform.orgcopy.FunctionHolder;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is amiss with functions on a day. */
class GapTest {

    private static final LocalDate DAY = LocalDate.of(2025, 3, 1);

    private static Function function(Level level, boolean sole) {
        return new Function("fn-x", "Chức năng", "Function", level, sole, null, DAY, null);
    }

    private static FunctionHolder holder(String id, LocalDate from, @Nullable LocalDate to) {
        return new FunctionHolder(id, "fn-x", "pc08", null, from, to, null, "CERTAIN");
    }

    private static List<Gap> gaps(
            LocalDate day,
            Function function,
            Map<String, String> unverified,
            FunctionHolder... of) {
        return Gap.on(day, List.of(function), List.of(of), unverified);
    }

    @Test
    void aFunctionThatNobodyPerformsIsAGap() {
        assertThat(gaps(DAY, function(Level.CITY, true), Map.of()))
                .extracting(Gap::kind)
                .containsExactly(Kind.NO_HOLDER);
    }

    @Test
    void betweenTheLastDayOfOneAndTheFirstOfTheNextNobodyPerformsIt() {
        var first = holder("a", DAY, DAY.plusDays(10));
        var next = holder("b", DAY.plusDays(11), null);
        var function = function(Level.CITY, true);
        assertThat(gaps(DAY.plusDays(9), function, Map.of(), first, next)).isEmpty();
        assertThat(gaps(DAY.plusDays(10), function, Map.of(), first, next))
                .extracting(Gap::kind)
                .containsExactly(Kind.NO_HOLDER);
        assertThat(gaps(DAY.plusDays(11), function, Map.of(), first, next)).isEmpty();
    }

    @Test
    void twoWhoPerformWhatOneAloneMayAreNamed() {
        var both = new FunctionHolder[] {holder("a", DAY, null), holder("b", DAY, null)};
        assertThat(gaps(DAY, function(Level.CITY, true), Map.of(), both))
                .singleElement()
                .satisfies(gap -> {
                    assertThat(gap.kind()).isEqualTo(Kind.SEVERAL_HOLDERS);
                    assertThat(gap.entryIds()).containsExactly("a", "b");
                });
        assertThat(gaps(DAY, function(Level.CITY, false), Map.of(), both)).isEmpty();
    }

    @Test
    void aHandOverThatNobodyHasVerifiedIsNamedWithItsTransfer() {
        assertThat(
                        gaps(
                                DAY,
                                function(Level.CITY, true),
                                Map.of("a", "ft-1"),
                                holder("a", DAY, null)))
                .singleElement()
                .satisfies(gap -> {
                    assertThat(gap.kind()).isEqualTo(Kind.HAND_OVER_NOT_VERIFIED);
                    assertThat(gap.transferId()).isEqualTo("ft-1");
                });
    }

    @Test
    void whatEachCommunePerformsNeedsNoHolder() {
        assertThat(gaps(DAY, function(Level.COMMUNE, true), Map.of())).isEmpty();
    }

    @Test
    void beforeItsFirstDayAFunctionIsNoGap() {
        assertThat(gaps(DAY.minusDays(1), function(Level.CITY, true), Map.of())).isEmpty();
    }
}
