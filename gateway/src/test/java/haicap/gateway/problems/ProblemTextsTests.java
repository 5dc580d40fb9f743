package haicap.gateway.problems;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProblemTextsTests {

    @Test
    void weighsWhatACallerPrefers() {
        assertThat(ProblemTexts.preferred("fr, en;q=0.8, vi;q=0.5")).isEqualTo(Locale.ENGLISH);
        assertThat(ProblemTexts.preferred("fr")).isEqualTo(Locale.of("vi"));
    }

    /** Four thousand languages take a thread of the gateway a tenth of a second to read. */
    @Test
    void doesNotReadAListThatNoBrowserSends() {
        var thousands =
                IntStream.range(0, 4_000)
                        .mapToObj(number -> "x" + letters(number))
                        .collect(Collectors.joining(","));

        assertThat(ProblemTexts.preferred("en," + thousands)).isEqualTo(Locale.of("vi"));
    }

    private static String letters(int number) {
        return Stream.of(number / 676, number / 26, number)
                .map(each -> Character.toString('a' + each % 26))
                .collect(Collectors.joining());
    }
}
