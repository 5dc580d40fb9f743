package haicap.platform.authority;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.platform.orgcopy.Grade;
import haicap.platform.orgcopy.Relation;
import haicap.platform.orgcopy.Title;
import haicap.platform.testing.SeededRegisters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code docs/authority.md} is true, line by line, by the rules of the seeds. */
class AuthorityTableTest {

    private static final Path TABLE = Path.of("..", "docs", "authority.md");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    private static final int COLUMNS = 9;

    static Stream<List<String>> lines() throws IOException {
        return Files.readAllLines(TABLE).stream()
                .filter(line -> line.startsWith("| ") && line.contains("?"))
                .map(line -> Arrays.stream(line.substring(1).split("\\|")).map(String::strip))
                .map(Stream::toList)
                .filter(cells -> cells.size() == COLUMNS || cells.size() == COLUMNS - 1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lines")
    void isAnsweredByItsRule(List<String> cells) {
        var from = cells.get(2).split(" ");
        var question =
                new AuthorityQuestion(
                        cells.get(1),
                        Title.valueOf(from[0]),
                        from.length > 1 ? from[1] : null,
                        words(cells.get(3)),
                        words(cells.get(4)).stream()
                                .map(Relation::valueOf)
                                .collect(Collectors.toSet()),
                        optional(cells.get(5)),
                        cells.get(6).isEmpty() ? null : Grade.valueOf(cells.get(6)));
        var ruling = AuthorityRules.decide(SeededRegisters.rules(), question, DAY);
        assertThat(answer(ruling)).startsWith(cells.get(7));
        assertThat(ruling.rule() == null ? "" : ruling.rule().id())
                .isEqualTo(cells.size() == COLUMNS ? cells.get(8) : "");
    }

    @Test
    void asksManyQuestions() throws IOException {
        assertThat(lines()).hasSizeGreaterThan(30);
    }

    private static String answer(Ruling ruling) {
        if (ruling.allowed()) {
            return "yes";
        }
        if (ruling.rule() == null) {
            return "nobody";
        }
        return ruling.unmet() == null ? "forbidden" : ruling.unmet().toString();
    }

    private static Set<String> words(String cell) {
        return cell.isEmpty() ? Set.of() : Set.of(cell.split(" "));
    }

    private static @Nullable String optional(String cell) {
        return cell.isEmpty() ? null : cell;
    }
}
