package haicap.org.imports;

import haicap.platform.access.Caller;
import haicap.platform.audit.Audit;
import haicap.platform.imports.CsvFile;
import haicap.platform.imports.CsvReading;
import haicap.platform.imports.ImportReport;
import haicap.platform.imports.ImportReport.RowError;
import haicap.platform.imports.Row;
import haicap.platform.imports.RowRefused;
import haicap.platform.imports.Tally;
import haicap.platform.problems.Problem;
import haicap.platform.problems.Problems;
import haicap.platform.problems.Refusal;
import haicap.platform.writes.Answer;
import haicap.platform.writes.Claim;
import haicap.platform.writes.Locks;
import haicap.platform.writes.WriteRequest;
import haicap.platform.writes.Writes;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Takes in a file. All rows are weighed first; one fault refuses the whole file. Then the changes
 * are written in steps of at most a second, each against what stands at its moment and each with a
 * line of its own in the audit. The key is claimed before; a file whose import was interrupted is
 * completed by importing it again, under the same key or another.
 */
@Component
class RunImport {

    private static final int ROWS_PER_STEP = 2_000;
    private static final int MOST_ROWS = 200_000;

    private final Map<String, ImportKind> kinds;
    private final Writes writes;
    private final Audit audit;
    private final Problems problems;

    RunImport(List<ImportKind> kinds, Writes writes, Audit audit, Problems problems) {
        this.kinds =
                kinds.stream().collect(Collectors.toMap(ImportKind::name, Function.identity()));
        this.writes = writes;
        this.audit = audit;
        this.problems = problems;
    }

    Answer run(String kindName, boolean dryRun, InputStream csv, Caller by, WriteRequest request) {
        by.requireScope("operations");
        var kind = kinds.get(kindName);
        if (kind == null) {
            throw Refusal.malformed(
                    "kind", "import-kind-unknown", Map.of("known", List.copyOf(kinds.keySet())));
        }
        var file = CsvReading.read(csv, kind.columns(), MOST_ROWS);
        var warnings = ImportReport.warnings(file.rows(), problems, request.language());
        if (dryRun) {
            return Answer.ok(rehearse(kind, file, warnings, by, request));
        }
        return writes.inSteps(
                request, claim -> new Run(kind, file, warnings, by, request).carryOut(claim));
    }

    /** One file, taken in under its key. */
    private final class Run {

        private final ImportKind kind;
        private final CsvFile file;
        private final List<RowError> warnings;
        private final Caller by;
        private final WriteRequest request;
        private Tally taken = Tally.NOTHING;

        Run(
                ImportKind kind,
                CsvFile file,
                List<RowError> warnings,
                Caller by,
                WriteRequest request) {
            this.kind = kind;
            this.file = file;
            this.warnings = warnings;
            this.by = by;
            this.request = request;
        }

        Answer carryOut(Claim claim) {
            var steps = steps(kind, file.rows());
            var refusals = steps.size() == 1 ? file.refusals() : refusals(kind, file, by);
            if (!refusals.isEmpty()) {
                return claim.answer(Locks.none(), () -> refuse(refusals));
            }
            for (var step : steps.subList(0, steps.size() - 1)) {
                taken = taken.and(claim.step(Locks.whole(), () -> takeIn(step)));
            }
            return claim.answer(Locks.whole(), () -> takeInLast(steps.getLast()));
        }

        private Tally takeIn(List<Row> rows) {
            var weighed = Weighed.of(kind, rows, by);
            if (!weighed.refusals().isEmpty()) {
                throw Refusal.conflict("import-overtaken", Map.of("kind", kind.name()));
            }
            return apply(weighed);
        }

        private Answer takeInLast(List<Row> rows) {
            var weighed = Weighed.of(kind, rows, by);
            if (!weighed.refusals().isEmpty()) {
                return refuse(weighed.refusals());
            }
            taken = taken.and(apply(weighed));
            return Answer.ok(
                    ImportReport.of(kind.name(), false, file.rows().size(), taken, warnings));
        }

        private Tally apply(Weighed weighed) {
            weighed.intake().apply();
            var tally = weighed.tally();
            audit.wrote(
                    by,
                    "import",
                    kind.name(),
                    request.key(),
                    Map.of("created", tally.created(), "changed", tally.changed()));
            return tally;
        }

        private Answer refuse(List<RowRefused> refusals) {
            var problem =
                    ImportReport.refused(
                            kind.name(),
                            file.rows().size(),
                            refusals,
                            problems,
                            request.language());
            return new Answer(422, null, null, Problem.MEDIA_TYPE, problem);
        }
    }

    private ImportReport rehearse(
            ImportKind kind,
            CsvFile file,
            List<RowError> warnings,
            Caller by,
            WriteRequest request) {
        int rows = file.rows().size();
        var refusals = file.refusals();
        if (refusals.isEmpty()) {
            var weighed = Weighed.of(kind, file.rows(), by);
            if (weighed.refusals().isEmpty()) {
                return ImportReport.of(kind.name(), true, rows, weighed.tally(), warnings);
            }
            refusals = weighed.refusals();
        }
        return ImportReport.wouldFail(
                kind.name(), rows, refusals, warnings, problems, request.language());
    }

    private static List<RowRefused> refusals(ImportKind kind, CsvFile file, Caller by) {
        return file.refusals().isEmpty()
                ? Weighed.of(kind, file.rows(), by).refusals()
                : file.refusals();
    }

    private static List<List<Row>> steps(ImportKind kind, List<Row> rows) {
        int size = kind.inOneStep() ? Math.max(1, rows.size()) : ROWS_PER_STEP;
        var steps = new ArrayList<List<Row>>();
        for (int from = 0; from == 0 || from < rows.size(); from += size) {
            steps.add(rows.subList(from, Math.min(rows.size(), from + size)));
        }
        return steps;
    }
}
