package haicap.platform.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import haicap.platform.privacy.Matter;
import haicap.platform.privacy.TellsOf;
import haicap.platform.problems.Fault;
import haicap.platform.problems.Problem;
import haicap.platform.problems.Problems;
import haicap.platform.problems.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a file did, would do, or why it is refused as a whole.
 *
 * @param errorsLeftOut how many more errors there are than are told
 */
@TellsOf(Matter.IMPORT)
public record ImportReport(
        String kind,
        boolean dryRun,
        int rows,
        int created,
        int changed,
        int unchanged,
        List<RowError> errors,
        int errorsLeftOut,
        List<RowError> warnings) {

    private static final int TOLD_AT_MOST = 1_000;

    /** What is, or looks, wrong with one row; an empty column speaks of the whole row. */
    public record RowError(long row, String column, String code, String detail) {}

    /** A problem detail (RFC 9457) whose errors also say row and column. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ImportProblem(
            String type,
            String title,
            int status,
            String detail,
            String code,
            @Nullable String traceId,
            String kind,
            int rows,
            List<RowError> errors,
            int errorsLeftOut) {}

    /** A file that was, or would be, taken in. */
    public static ImportReport of(
            String kind, boolean dryRun, int rows, Tally tally, List<RowError> warnings) {
        return new ImportReport(
                kind,
                dryRun,
                rows,
                tally.created(),
                tally.changed(),
                tally.unchanged(),
                List.of(),
                0,
                warnings);
    }

    /** The report of a dry run that found faults. */
    public static ImportReport wouldFail(
            String kind,
            int rows,
            List<RowRefused> refusals,
            List<RowError> warnings,
            Problems problems,
            Locale locale) {
        return new ImportReport(
                kind,
                true,
                rows,
                0,
                0,
                0,
                errors(refusals, describe(refusals, problems, locale)),
                leftOut(refusals),
                warnings);
    }

    /** What in the rows looks like a personal number; they are taken in all the same. */
    public static List<RowError> warnings(List<Row> rows, Problems problems, Locale locale) {
        return rows.stream()
                .flatMap(row ->
                        problems.describe(row.personalNumbers(), locale).stream()
                                .map(told ->
                                        new RowError(
                                                row.number(),
                                                told.pointer(),
                                                told.code(),
                                                told.detail())))
                .limit(TOLD_AT_MOST)
                .toList();
    }

    /** The problem with which a file is refused. */
    public static ImportProblem refused(
            String kind, int rows, List<RowRefused> refusals, Problems problems, Locale locale) {
        var problem = describe(refusals, problems, locale);
        return new ImportProblem(
                problem.type(),
                problem.title(),
                problem.status(),
                problem.detail(),
                problem.code(),
                problem.traceId(),
                kind,
                rows,
                errors(refusals, problem),
                leftOut(refusals));
    }

    private static int leftOut(List<RowRefused> refusals) {
        return Math.max(0, refusals.size() - TOLD_AT_MOST);
    }

    private static Problem describe(List<RowRefused> refusals, Problems problems, Locale locale) {
        return problems.describe(
                Refusal.invalid(
                        refusals.stream()
                                .limit(TOLD_AT_MOST)
                                .map(each -> new Fault(each.column(), each.code(), each.args()))
                                .toList()),
                locale);
    }

    private static List<RowError> errors(List<RowRefused> refusals, Problem problem) {
        var described = problem.errors() == null ? List.<Problem.Entry>of() : problem.errors();
        var errors = new ArrayList<RowError>();
        for (int i = 0; i < described.size(); i++) {
            var refused = refusals.get(i);
            errors.add(
                    new RowError(
                            refused.row(),
                            refused.column(),
                            refused.code(),
                            described.get(i).detail()));
        }
        return List.copyOf(errors);
    }
}
