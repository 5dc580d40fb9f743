package haicap.platform.testing;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import haicap.platform.orgcopy.AuthorityRule;
import haicap.platform.orgcopy.Function;
import haicap.platform.orgcopy.FunctionHolder;
import haicap.platform.orgcopy.Investigator;
import haicap.platform.orgcopy.InvestigatorAssignment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The registers of the seeds, as a service has them in its copy of the organisation. */
public final class SeededRegisters {

    private static final Path SEEDS = Path.of("..", "seeds");
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern WORD = Pattern.compile("_([a-z])");
    private static final Set<String> SEVERAL =
            Set.of("titles", "requires", "excludes", "severities", "grades");

    private static final Map<String, Class<?>> FILES =
            Map.of(
                    "functions.csv", Function.class,
                    "function-holders.csv", FunctionHolder.class,
                    "authority-rules.csv", AuthorityRule.class,
                    "investigators.csv", Investigator.class,
                    "investigator-assignments.csv", InvestigatorAssignment.class);

    private SeededRegisters() {}

    /** Enters them all in a copy. */
    public static void enter(JdbcClient jdbc) {
        FILES.forEach((file, register) ->
                entries(file, register).forEach(entry -> enter(jdbc, register, entry)));
        jdbc.sql("UPDATE org_copy SET generation = generation + 1").update();
    }

    /** Enters one more entry, or another state of one. */
    public static void enter(JdbcClient jdbc, Object entry) {
        enter(jdbc, entry.getClass(), entry);
        jdbc.sql("UPDATE org_copy SET generation = generation + 1").update();
    }

    /** The rules of authority. */
    public static List<AuthorityRule> rules() {
        return entries("authority-rules.csv", AuthorityRule.class);
    }

    private static void enter(JdbcClient jdbc, Class<?> register, Object entry) {
        var state = JSON.writeValueAsString(entry);
        jdbc.sql(
                        """
                        INSERT INTO org_entry (register, id, state, version)
                        VALUES (:register, :state::jsonb->>'id', :state::jsonb, 1)
                        ON CONFLICT (register, id) DO UPDATE SET state = excluded.state
                        """)
                .param("register", register.getSimpleName())
                .param("state", state)
                .update();
    }

    private static <E> List<E> entries(String file, Class<E> register) {
        try (var rows = CsvReader.builder().ofNamedCsvRecord(SEEDS.resolve(file))) {
            return rows.stream().map(row -> JSON.convertValue(state(row), register)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    private static Map<String, @Nullable Object> state(NamedCsvRecord row) {
        var state = new LinkedHashMap<String, @Nullable Object>();
        row.getFieldsAsMap()
                .forEach((column, text) -> {
                    var name =
                            WORD.matcher(column)
                                    .replaceAll(word -> word.group(1).toUpperCase(Locale.ROOT));
                    state.put(name, SEVERAL.contains(name) ? words(text) : value(text));
                });
        return state;
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(" "));
    }

    private static @Nullable Object value(String text) {
        return switch (text) {
            case "" -> null;
            case "yes" -> true;
            case "no" -> false;
            default -> text;
        };
    }
}
