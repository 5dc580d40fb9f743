package haicap.platform.problems;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class LanguagesTest {

    private final MockHttpServletRequest request = new MockHttpServletRequest();

    @Test
    void severalHeadersAreOneList() {
        request.addHeader("Accept-Language", "fr");
        request.addHeader("Accept-Language", "vi;q=0.5, en;q=0.8");

        assertThat(Languages.preferred(request)).isEqualTo(Locale.ENGLISH);
    }

    /** What it takes to read one grows with its square, and it is read for whoever asks. */
    @Test
    void aListThatNoBrowserSendsIsNotRead() {
        var thousands =
                IntStream.range(0, 4_000)
                        .mapToObj(number -> "x" + letters(number))
                        .collect(Collectors.joining(","));
        request.addHeader("Accept-Language", "en," + thousands);

        assertThat(Languages.preferred(request)).isEqualTo(Locale.of("vi"));
    }

    private static String letters(int number) {
        return Stream.of(number / 676, number / 26, number)
                .map(each -> Character.toString('a' + each % 26))
                .collect(Collectors.joining());
    }
}
