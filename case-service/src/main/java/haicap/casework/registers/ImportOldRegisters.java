package haicap.casework.registers;

import haicap.platform.access.AccessScope;
import haicap.platform.access.Caller;
import haicap.platform.audit.Audit;
import haicap.platform.imports.CsvFile;
import haicap.platform.imports.CsvReading;
import haicap.platform.imports.ImportReport;
import haicap.platform.imports.Row;
import haicap.platform.imports.RowRefused;
import haicap.platform.imports.Tally;
import haicap.platform.orgcopy.Organisation;
import haicap.platform.orgcopy.Title;
import haicap.platform.problems.Problem;
import haicap.platform.problems.Problems;
import haicap.platform.problems.Refusal;
import haicap.platform.time.Moments;
import haicap.platform.writes.Answer;
import haicap.platform.writes.Claim;
import haicap.platform.writes.Locks;
import haicap.platform.writes.WriteRequest;
import haicap.platform.writes.Writes;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes over old registers from a file, by the operator for any unit or by a chief for the own one.
 * All rows are weighed first; one fault refuses the whole file. Then they are taken over in short
 * steps, each with a line of its own in the audit, and what stands already is left as it is. The
 * key is claimed before; a file whose import was interrupted is completed by importing it again,
 * under the same key or another.
 */
@Component
class ImportOldRegisters {

    private static final String KIND = "crime-reports";
    private static final String REGISTERS = "old-registers";
    private static final int ROWS_PER_STEP = 500;
    private static final int MOST_ROWS = 50_000;

    private final TakeOverEntries entries;
    private final Organisation organisation;
    private final AccessScope accessScope;
    private final Writes writes;
    private final Audit audit;
    private final Problems problems;
    private final Clock clock;

    ImportOldRegisters(
            TakeOverEntries entries,
            Organisation organisation,
            AccessScope accessScope,
            Writes writes,
            Audit audit,
            Problems problems,
            Clock clock) {
        this.entries = entries;
        this.organisation = organisation;
        this.accessScope = accessScope;
        this.writes = writes;
        this.audit = audit;
        this.problems = problems;
        this.clock = clock;
    }

    Answer run(boolean dryRun, InputStream csv, Caller by, WriteRequest request) {
        var register =
                new OldRegister(
                        organisation, accessScope, new Moments(Moments.now(clock)), ownUnit(by));
        accessScope.requireVerified(by);
        var file = CsvReading.read(csv, OldRegister.COLUMNS, MOST_ROWS);
        return dryRun
                ? Answer.ok(rehearse(file, register, request))
                : writes.inSteps(request, claim -> carryOut(claim, file, register, by, request));
    }

    private ImportReport rehearse(CsvFile file, OldRegister register, WriteRequest request) {
        var weighed = entries.weigh(file.rows(), register);
        var refusals = file.refusals().isEmpty() ? weighed.refusals() : file.refusals();
        int rows = file.rows().size();
        var warnings = ImportReport.warnings(file.rows(), problems, request.language());
        return refusals.isEmpty()
                ? ImportReport.of(KIND, true, rows, weighed.tally(), warnings)
                : ImportReport.wouldFail(
                        KIND, rows, refusals, warnings, problems, request.language());
    }

    private Answer carryOut(
            Claim claim, CsvFile file, OldRegister register, Caller by, WriteRequest request) {
        var refusals =
                file.refusals().isEmpty()
                        ? entries.weigh(file.rows(), register).refusals()
                        : file.refusals();
        if (!refusals.isEmpty()) {
            return claim.answer(Locks.none(), () -> refused(file, refusals, request));
        }
        var warnings = ImportReport.warnings(file.rows(), problems, request.language());
        var steps = steps(file.rows());
        var before = Tally.NOTHING;
        for (var step : steps.subList(0, steps.size() - 1)) {
            before =
                    before.and(
                            claim.step(
                                    Locks.on(REGISTERS),
                                    () -> takeOver(step, register, by, request)));
        }
        var earlier = before;
        return claim.answer(
                Locks.on(REGISTERS),
                () -> {
                    var tally = earlier.and(takeOver(steps.getLast(), register, by, request));
                    return Answer.ok(
                            ImportReport.of(KIND, false, file.rows().size(), tally, warnings));
                });
    }

    private Tally takeOver(List<Row> rows, OldRegister register, Caller by, WriteRequest request) {
        var weighed = entries.weigh(rows, register);
        if (!weighed.refusals().isEmpty()) {
            throw Refusal.conflict("import-overtaken", Map.of());
        }
        entries.takeOver(weighed.fresh(), by, Moments.now(clock));
        var tally = weighed.tally();
        audit.wrote(
                by, "crime-report.import", KIND, request.key(), Map.of("created", tally.created()));
        return tally;
    }

    /** The unit to whose registers the caller is bound; null for the operator. */
    private static @Nullable String ownUnit(Caller by) {
        if (by.hasScope("operations")) {
            return null;
        }
        var post = by.post();
        if (!isChief(post.title())) {
            throw Refusal.forbidden(
                    "import-by-chief", Map.of("post", post.postId(), "unit", post.unitId()));
        }
        return post.unitId();
    }

    private static boolean isChief(Title title) {
        return switch (title) {
            case DEPARTMENT_HEAD, DISTRICT_CHIEF, COMMUNE_CHIEF -> true;
            case CITY_DIRECTOR, DEPUTY_DIRECTOR, COMMUNE_DEPUTY, DUTY_OFFICER -> false;
        };
    }

    private Answer refused(CsvFile file, List<RowRefused> refusals, WriteRequest request) {
        var problem =
                ImportReport.refused(
                        KIND, file.rows().size(), refusals, problems, request.language());
        return new Answer(422, null, null, Problem.MEDIA_TYPE, problem);
    }

    private static List<List<Row>> steps(List<Row> rows) {
        var steps = new ArrayList<List<Row>>();
        for (int from = 0; from < rows.size(); from += ROWS_PER_STEP) {
            steps.add(rows.subList(from, Math.min(rows.size(), from + ROWS_PER_STEP)));
        }
        return steps;
    }
}
