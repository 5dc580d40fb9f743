package haicap.platform.problems;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class ProblemTextsTest {

    private final ProblemTexts texts = new ProblemTexts();

    @Test
    void bothLanguagesSayTheSameThings() throws IOException {
        assertThat(load("vi").keySet()).isEqualTo(load("en").keySet());
    }

    @Test
    void argumentsAreNamed() {
        var detail =
                texts.detail(
                        "not-found", Map.of("kind", "crime-report", "id", "cr-1"), Locale.ENGLISH);
        assertThat(detail).contains("crime-report cr-1");
    }

    @Test
    void vietnameseIsTheDefault() {
        assertThat(texts.title("not-found", Locale.of("fr"))).isEqualTo("Không tìm thấy");
    }

    private static Properties load(String language) throws IOException {
        var texts = new Properties();
        try (var in =
                new InputStreamReader(
                        new ClassPathResource("messages/platform_" + language + ".properties")
                                .getInputStream(),
                        StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        return texts;
    }
}
