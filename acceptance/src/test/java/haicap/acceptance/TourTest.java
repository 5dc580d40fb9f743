package haicap.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** README's five minutes, exactly as they are printed, in both languages. */
@InTheHouse
class TourTest {

    private static final Pattern TOUR =
            Pattern.compile("<!-- tour -->\\n```\\n(.+?)```", Pattern.DOTALL);

    private final House house;

    TourTest(House house) {
        this.house = house;
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.vi.md"})
    void leadsFromATokenToALiveEvent(String file) throws IOException {
        var readme = Files.readString(house.system().checkout().resolve(file));
        var tour = TOUR.matcher(readme);
        assertThat(tour.find()).as("the tour in " + file).isTrue();

        var printed = house.system().typed(tour.group(1));

        assertThat(printed)
                .contains("\"id\":\"00004-20250701\"")
                .contains("\"predecessors\"")
                .contains("\"deadlines\"")
                .contains("event: activity")
                .contains("\"type\":\"crime-report-received\"")
                .contains("event: unit")
                .contains("\"figuresChecked\"")
                .doesNotContain("/problems/");
    }
}
