package haicap.platform.orgcopy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrganisationPictureTest {

    private static final LocalDate MERGER = LocalDate.of(2025, 7, 1);
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
                            new Appointment("1", "chief", "HN-1", NOON, null),
                            new Appointment("2", "closed", "HN-1", Instant.EPOCH, null),
                            new Appointment("3", "chief", "HN-2", Instant.EPOCH, NOON)),
                    List.of(
                            new Succession("e1", "old-a", "new", "ANY", true, MERGER),
                            new Succession("e2", "old-b", "new", "CRIME_REPORT", true, MERGER),
                            new Succession("e3", "old-b", "old-a", "CRIME_REPORT", false, MERGER),
                            new Succession("e4", "district", "staff", "ANY", true, MERGER),
                            new Succession("e5", "district", "new", "CRIME_REPORT", true, MERGER)));

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
    void aPostThatIsClosedGivesNothing() {
        assertThat(picture.postsHeldBy("HN-1", NOON.minusSeconds(1)))
                .extracting(HeldPost::postId)
                .doesNotContain("chief");
    }
}
