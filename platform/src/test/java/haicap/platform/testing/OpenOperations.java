package haicap.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.platform.access.Caller;
import haicap.platform.access.OpenTo;
import haicap.platform.access.Openness;
import haicap.platform.orgcopy.AuthorityRule;
import haicap.platform.orgcopy.Function;
import haicap.platform.orgcopy.HeldPost;
import haicap.platform.orgcopy.Title;
import haicap.platform.writes.WriteRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What operations say by {@link OpenTo}, held against {@code docs/access.md}. */
public final class OpenOperations {

    /** What the departments of the columns perform, as the seeds say. */
    private static final Map<String, String> FUNCTIONS =
            Map.of(
                    "pv01", Function.STAFF,
                    "px01", Function.PERSONNEL,
                    "px05", "fn-inspectorate",
                    "pc01", Function.INVESTIGATION_OFFICE);

    private static final List<AuthorityRule> RULES = SeededRegisters.rules();

    private static final Map<String, Caller> CALLERS = callers();
    private static final String ALWAYS_REFUSED = "403";

    private OpenOperations() {}

    /**
     * Fails unless each operation that writes says to whom it is open; lets in everybody whom the
     * table lets in for anything; and refuses, if it names no thing, everybody else by itself.
     */
    public static void areAsTheAccessTableSays(String basePackage, String part) {
        var wrong = new ArrayList<String>();
        PublicOperations.handlers(basePackage, "haicap.platform")
                .filter(OpenOperations::writes)
                .forEach(handler ->
                        PublicOperations.operations(handler, basePackage, part)
                                .forEach(operation -> compare(operation, part, handler, wrong)));
        assertThat(wrong).isEmpty();
    }

    private static boolean writes(Method handler) {
        return Arrays.asList(handler.getParameterTypes()).contains(WriteRequest.class);
    }

    private static void compare(String operation, String part, Method handler, List<String> wrong) {
        var open = handler.getAnnotation(OpenTo.class);
        if (open == null) {
            wrong.add(operation + " does not say to whom it is open");
            return;
        }
        rows(operation, part)
                .forEach(cells ->
                        cells.forEach((column, cell) -> {
                            boolean letsIn =
                                    Openness.letsIn(
                                            open, CALLERS.get(column), RULES, LocalDate.now());
                            if (cell.contains("✓") && !letsIn) {
                                wrong.add(operation + " is not open to " + column);
                            }
                            if (cell.equals(ALWAYS_REFUSED) && !operation.contains("{") && letsIn) {
                                wrong.add(operation + " is open to " + column);
                            }
                        }));
    }

    /** The cells of each row of an operation, by column. */
    private static List<Map<String, String>> rows(String operation, String part) {
        var file = Path.of("").toAbsolutePath().getParent().resolve("docs/access.md");
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith("| "))
                    .map(line -> line.replace("{part}", part))
                    .filter(line -> line.contains("`" + operation + "`"))
                    .map(OpenOperations::cells)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> cells(String line) {
        var cells = line.split("\\|");
        var byColumn = new LinkedHashMap<String, String>();
        int at = 3;
        for (var column : CALLERS.keySet()) {
            byColumn.put(column, cells[at++].strip());
        }
        return byColumn;
    }

    private static Map<String, Caller> callers() {
        var all = new LinkedHashMap<String, Caller>();
        all.put("director", officer("hanoi-20250101", Title.CITY_DIRECTOR));
        all.put("deputy", officer("hanoi-20250101", Title.DEPUTY_DIRECTOR));
        for (var code : List.of("pv01", "px01", "px05", "pc01")) {
            all.put(code, officer(code + "-20250301", Title.DEPARTMENT_HEAD, FUNCTIONS.get(code)));
        }
        all.put("chief", officer("00004-20250701", Title.COMMUNE_CHIEF));
        all.put("vice", officer("00004-20250701", Title.COMMUNE_DEPUTY));
        all.put("duty", officer("00004-20250701", Title.DUTY_OFFICER));
        all.put("auditor", system("audit"));
        all.put("operator", system("operations"));
        all.put("wall", system("feed.city"));
        all.put("cic", system("units.read"));
        return all;
    }

    private static Caller officer(String unit, Title title, String... functions) {
        var post =
                new HeldPost(
                        "post", unit, title, null, null, false, null, false, Set.of(functions));
        return new Caller("officer", "sn", Set.of(), List.of(post), null, Instant.MAX, true);
    }

    private static Caller system(String scope) {
        return new Caller("system", null, Set.of(scope), List.of(), null, Instant.MAX, true);
    }
}
