package haicap.platform.orgcopy;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.platform.time.Hanoi;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrganisationPictureTest {

    private static final LocalDate MERGER = LocalDate.of(2025, 7, 1);
    private static final LocalDate EARLIER = MERGER.minusYears(1);
    private static final LocalDate LATER = MERGER.plusDays(30);
    private static final Instant NOON = Instant.parse("2025-07-01T05:00:00Z");

    private final OrganisationPicture picture =
            new OrganisationPicture(
                    List.of(
                            unit("old-a", LocalDate.of(2025, 1, 1), MERGER),
                            unit("old-b", LocalDate.of(2025, 1, 1), MERGER),
                            unit("new", MERGER, null)),
                    List.of(
                            new Post(
                                    "chief",
                                    "new",
                                    Title.COMMUNE_CHIEF,
                                    null,
                                    "director",
                                    MERGER,
                                    null),
                            new Post(
                                    "closed",
                                    "old-a",
                                    Title.COMMUNE_CHIEF,
                                    null,
                                    "director",
                                    LocalDate.of(2025, 1, 1),
                                    MERGER)),
                    List.of(
                            new Appointment("1", "chief", "HN-1", NOON, null, true),
                            new Appointment("2", "closed", "HN-1", Instant.EPOCH, null, false),
                            new Appointment("3", "chief", "HN-2", Instant.EPOCH, NOON, false)),
                    List.of(
                            new Succession("e1", "old-a", "new", "ANY", true, MERGER),
                            new Succession("e2", "old-b", "new", "CRIME_REPORT", true, MERGER),
                            new Succession("e3", "old-b", "old-a", "CRIME_REPORT", false, MERGER),
                            new Succession("e4", "district", "staff", "ANY", true, MERGER),
                            new Succession("e5", "district", "new", "CRIME_REPORT", true, MERGER)),
                    List.of(function("fn-a"), function("fn-b")),
                    List.of(
                            holder("h1", "fn-a", "old-a", EARLIER, LATER),
                            holder("h2", "fn-a", "staff", LATER, null),
                            holder("h3", "fn-b", "staff", LATER, null)),
                    List.of(),
                    List.of(new Investigator("i1", "HN-1", Grade.SENIOR, MERGER, null, "X")),
                    List.of(new InvestigatorAssignment("a1", "HN-1", "new", MERGER, LATER, "X")));

    private static Function function(String id) {
        return new Function(id, id, id, Function.Level.CITY, true, null, EARLIER, null);
    }

    private static FunctionHolder holder(
            String id, String function, String unit, LocalDate from, LocalDate to) {
        return new FunctionHolder(id, function, unit, null, from, to, null, "X");
    }

    private static Unit unit(String id, LocalDate from, LocalDate to) {
        return new Unit(id, "00004", id, "phuong", Tier.COMMUNE, "hanoi", from, to);
    }

    @Test
    void theHeirFollowsTheDefaultEdgeFromItsFirstInstant() {
        assertThat(picture.heir("old-a", "CRIME_REPORT", MERGER)).isEqualTo("new");
        assertThat(picture.heir("old-a", "CRIME_REPORT", MERGER.minusDays(1))).isEqualTo("old-a");
        assertThat(picture.heir("new", "CRIME_REPORT", MERGER)).isEqualTo("new");
    }

    @Test
    void anEdgeCarriesOnlyItsClassOfObject() {
        assertThat(picture.heir("old-b", "CRIME_REPORT", MERGER)).isEqualTo("new");
        assertThat(picture.heir("old-b", "PREMISES", MERGER)).isEqualTo("old-b");
    }

    @Test
    void anEdgeOfTheClassGoesBeforeTheOneForAllOthers() {
        assertThat(picture.heir("district", "CRIME_REPORT", MERGER)).isEqualTo("new");
        assertThat(picture.heir("district", "PREMISES", MERGER)).isEqualTo("staff");
    }

    @Test
    void aUnitIsInForceFromItsFirstDayToTheDayBeforeItsEnd() {
        assertThat(picture.unitsInForce(MERGER)).extracting(Unit::id).containsExactly("new");
        assertThat(picture.unitsInForce(MERGER.minusDays(1)))
                .extracting(Unit::id)
                .containsExactly("old-a", "old-b");
    }

    @Test
    void anAppointmentCountsFromItsInstantToTheInstantBeforeItsEnd() {
        assertThat(picture.postsHeldBy("HN-1", NOON))
                .extracting(HeldPost::postId)
                .containsExactly("chief");
        assertThat(picture.postsHeldBy("HN-2", NOON)).isEmpty();
        assertThat(picture.postsHeldBy("HN-2", NOON.minusSeconds(1))).hasSize(1);
    }

    @Test
    void whatIsDirectedToAFunctionBelongsToWhoeverPerformsItThatDay() {
        assertThat(picture.heir("fn-a", "OBSTACLE", MERGER.minusDays(1))).isEqualTo("old-a");
        assertThat(picture.heir("fn-a", "OBSTACLE", MERGER)).isEqualTo("new");
        assertThat(picture.heir("fn-a", "OBSTACLE", LATER)).isEqualTo("staff");
        assertThat(picture.inCustodyOf("staff", "OBSTACLE", LATER)).contains("fn-a", "fn-b");
        assertThat(picture.inCustodyOf("new", "OBSTACLE", LATER)).doesNotContain("fn-a");
    }

    @Test
    void aFunctionWithoutAHolderIsNobodys() {
        assertThat(picture.heir("fn-b", "OBSTACLE", MERGER)).isEqualTo("fn-b");
    }

    @Test
    void aPostHasWhatItsUnitPerformsAndWhatItsHolderIs() {
        var chief = picture.postsHeldBy("HN-1", NOON).getFirst();
        assertThat(chief.functions()).containsExactly("fn-a");
        assertThat(chief.acting()).isTrue();
        assertThat(chief.grade()).isEqualTo(Grade.SENIOR);
        assertThat(chief.assigned()).isTrue();
    }

    @Test
    void anAssignmentGivesNothingFromTheDayOnWhichItIsOver() {
        assertThat(picture.postsHeldBy("HN-1", Hanoi.startOf(LATER)).getFirst().assigned())
                .isFalse();
        assertThat(
                        picture.postsHeldBy("HN-1", Hanoi.startOf(LATER).minusMillis(1))
                                .getFirst()
                                .assigned())
                .isTrue();
    }

    @Test
    void aPostThatIsClosedGivesNothing() {
        assertThat(picture.postsHeldBy("HN-1", NOON.minusSeconds(1)))
                .extracting(HeldPost::postId)
                .doesNotContain("chief");
    }
}
