package haicap.casework.reports;

import haicap.platform.access.Caller;
import haicap.platform.access.Reach;
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
import haicap.platform.writes.Answer;
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
 * steps, and what stands already is left as it is: a file whose import was interrupted is completed
 * by importing it again.
 */
@Component
class ImportOldRegisters {

    private static final String KIND = "crime-reports";
    private static final String REGISTERS = "old-registers";
    private static final int ROWS_PER_STEP = 500;
    private static final int MOST_ROWS = 50_000;

    private final TakeOverEntries entries;
    private final Organisation organisation;
    private final Custody custody;
    private final Reach reach;
    private final Writes writes;
    private final Audit audit;
    private final Problems problems;
    private final Clock clock;

    ImportOldRegisters(
            TakeOverEntries entries,
            Organisation organisation,
            Custody custody,
            Reach reach,
            Writes writes,
            Audit audit,
            Problems problems,
            Clock clock) {
        this.entries = entries;
        this.organisation = organisation;
        this.custody = custody;
        this.reach = reach;
        this.writes = writes;
        this.audit = audit;
        this.problems = problems;
        this.clock = clock;
    }

    Answer run(boolean dryRun, InputStream csv, Caller by, WriteRequest request) {
        var register =
                new OldRegister(
                        organisation,
                        custody,
                        new Moments(Moments.stored(clock.instant())),
                        ownUnit(by));
        reach.requireVerified(by);
        var file = CsvReading.read(csv, OldRegister.COLUMNS, MOST_ROWS);
        var weighed = entries.weigh(file.rows(), register);
        var refusals = file.refusals().isEmpty() ? weighed.refusals() : file.refusals();
        var warnings = ImportReport.warnings(file.rows(), problems, request.language());
        int rows = file.rows().size();
        if (dryRun) {
            return Answer.ok(
                    refusals.isEmpty()
                            ? ImportReport.of(KIND, true, rows, weighed.tally(), warnings)
                            : ImportReport.wouldFail(
                                    KIND, rows, refusals, warnings, problems, request.language()));
        }
        if (!refusals.isEmpty()) {
            return writes.answer(request, Locks.none(), () -> refused(file, refusals, request));
        }
        var steps = steps(file.rows());
        var before = Tally.NOTHING;
        for (var step : steps.subList(0, steps.size() - 1)) {
            before =
                    before.and(writes.run(Locks.on(REGISTERS), () -> takeOver(step, register, by)));
        }
        var earlier = before;
        return writes.answer(
                request,
                Locks.on(REGISTERS),
                () -> {
                    var tally = earlier.and(takeOver(steps.getLast(), register, by));
                    audit.wrote(
                            by,
                            "crime-report.import",
                            KIND,
                            request.key(),
                            Map.of("created", tally.created()));
                    return Answer.ok(ImportReport.of(KIND, false, rows, tally, warnings));
                });
    }

    private Tally takeOver(List<Row> rows, OldRegister register, Caller by) {
        var weighed = entries.weigh(rows, register);
        if (!weighed.refusals().isEmpty()) {
            throw Refusal.conflict("import-overtaken", Map.of());
        }
        entries.takeOver(weighed.fresh(), by, Moments.stored(clock.instant()));
        return weighed.tally();
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
