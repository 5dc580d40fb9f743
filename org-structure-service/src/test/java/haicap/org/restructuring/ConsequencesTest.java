package haicap.org.restructuring;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.org.posts.Post;
import haicap.platform.orgcopy.Title;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConsequencesTest {

    private static final LocalDate JANUARY = LocalDate.parse("2025-01-01");
    private static final LocalDate MARCH = LocalDate.parse("2025-03-01");

    private static final Post DIRECTOR = post("director", "hanoi", Title.CITY_DIRECTOR, null);
    private static final Post DISTRICT = post("chief-d1", "d1", Title.DISTRICT_CHIEF, "director");
    private static final Post DEPUTY = post("deputy-d1", "d1", Title.DISTRICT_CHIEF, "chief-d1");
    private static final Post COMMUNE = post("chief-c1", "c1", Title.COMMUNE_CHIEF, "deputy-d1");

    private static Post post(String id, String unit, Title title, String reportsTo) {
        return new Post(id, unit, title, null, reportsTo, JANUARY, null, 1);
    }

    @Test
    void postsEndWithTheirUnit() {
        var follows = Consequences.of(List.of(DIRECTOR, DISTRICT, COMMUNE), Set.of("d1"), MARCH);
        assertThat(follows.abolished()).containsExactly(DISTRICT.abolishedOn(MARCH));
    }

    @Test
    void whoReportedToThemReportsToTheNearestThatRemains() {
        var follows =
                Consequences.of(List.of(DIRECTOR, DISTRICT, DEPUTY, COMMUNE), Set.of("d1"), MARCH);
        assertThat(follows.redirected()).containsExactly(COMMUNE.reportingTo("director"));
    }

    @Test
    void whatEndedBeforeStaysAsItWas() {
        var ended = DISTRICT.abolishedOn(LocalDate.parse("2025-02-01"));
        var follows = Consequences.of(List.of(DIRECTOR, ended), Set.of("d1"), MARCH);
        assertThat(follows.abolished()).isEmpty();
        assertThat(follows.redirected()).isEmpty();
    }
}
