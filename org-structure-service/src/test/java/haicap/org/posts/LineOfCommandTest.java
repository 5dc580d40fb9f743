package haicap.org.posts;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.org.posts.PostReads.PostThen;
import haicap.platform.orgcopy.Title;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who answers for a unit and a field, and who above them. */
class LineOfCommandTest {

    private static final List<PostThen> POSTS =
            List.of(
                    post("director", "hanoi", Title.CITY_DIRECTOR, null, null),
                    post("deputy-3", "hanoi", Title.DEPUTY_DIRECTOR, "CRIME", "director"),
                    post("pc02-head", "pc02", Title.DEPARTMENT_HEAD, null, "deputy-3"),
                    post("chief", "ward", Title.COMMUNE_CHIEF, null, "director"),
                    post("deputy-crime", "ward", Title.COMMUNE_DEPUTY, "CRIME", "chief"),
                    post("duty", "ward", Title.DUTY_OFFICER, null, "chief"));

    private static PostThen post(
            String id, String unit, Title title, @Nullable String field, @Nullable String above) {
        return new PostThen(id, unit, title, field, above, LocalDate.of(2025, 7, 1), null);
    }

    private static List<String> line(String unit, @Nullable String field) {
        return LineOfCommand.of(unit, field, POSTS).stream().map(PostThen::id).toList();
    }

    @Test
    void theHeadAnswersForTheUnitAndTheDirectorAboveHim() {
        assertThat(line("ward", null)).containsExactly("chief", "director");
        assertThat(line("pc02", null)).containsExactly("pc02-head", "deputy-3", "director");
    }

    @Test
    void theDeputyInChargeAnswersForHisField() {
        assertThat(line("ward", "CRIME")).containsExactly("deputy-crime", "chief", "director");
    }

    @Test
    void forAFieldWithoutADeputyTheHeadAnswers() {
        assertThat(line("ward", "ORDER")).containsExactly("chief", "director");
    }

    @Test
    void forAUnitWithoutPostsNobodyAnswers() {
        assertThat(line("none", null)).isEmpty();
    }
}
