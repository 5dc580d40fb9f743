package haicap.platform.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Who is in charge of what is data: no code of a service names a department, so that a function can
 * pass to another one by a decision alone.
 */
class NoDepartmentIsNamedTest {

    private static final List<String> MODULES =
            List.of(
                    "platform",
                    "gateway",
                    "org-structure-service",
                    "case-service",
                    "inspection-service",
                    "reporting-service");

    /** Codes of the national series, as {@code "pv01-"} or {@code "PC01"}. */
    private static final Pattern CODE = Pattern.compile("\"[pP][aAcCvVkKxXhH][0-9]{2}\\b");

    @Test
    void noServiceNamesADepartment() {
        assertThat(
                        MODULES.stream()
                                .flatMap(NoDepartmentIsNamedTest::sources)
                                .filter(file -> CODE.matcher(text(file)).find()))
                .isEmpty();
    }

    @Test
    void aCodeIsFoundHoweverItIsWritten() {
        assertThat(Stream.of("\"pv01-\"", "\"PC01\"", "\"pk02\""))
                .allMatch(text -> CODE.matcher(text).find());
    }

    private static Stream<Path> sources(String module) {
        try {
            return Files.walk(Path.of("..", module, "src", "main", "java"))
                    .filter(file -> file.toString().endsWith(".java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
