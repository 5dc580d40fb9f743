package haicap.casework.reports;

import haicap.casework.deadlines.CrimeReportLaw;
import haicap.casework.history.HistoryEntry;
import haicap.casework.reports.RegisterEntries.Taken;
import haicap.platform.access.Caller;
import haicap.platform.ids.Ids;
import haicap.platform.imports.Row;
import haicap.platform.imports.RowRefused;
import haicap.platform.imports.Tally;
import haicap.platform.outbox.Outbox;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Weighs entries of old registers against those that are there, and takes over the new ones. What
 * is taken over is told as a state, never as something that happens now.
 */
@Component
class TakeOverEntries {

    /** Entries weighed: those that are new, how many are not, and what is wrong with others. */
    record Weighed(List<OldEntry> fresh, int unchanged, List<RowRefused> refusals) {

        Tally tally() {
            return new Tally(fresh.size(), 0, unchanged);
        }
    }

    private record Read(Row row, OldEntry entry) {}

    private final CrimeReports reports;
    private final RegisterEntries entries;
    private final CrimeReportLaw law;
    private final Custody custody;
    private final Outbox outbox;

    TakeOverEntries(
            CrimeReports reports,
            RegisterEntries entries,
            CrimeReportLaw law,
            Custody custody,
            Outbox outbox) {
        this.reports = reports;
        this.entries = entries;
        this.law = law;
        this.custody = custody;
        this.outbox = outbox;
    }

    Weighed weigh(List<Row> rows, OldRegister register) {
        var refusals = new ArrayList<RowRefused>();
        var read = new ArrayList<Read>();
        for (var row : rows) {
            var entry = row.read(register::entry, refusals);
            if (entry != null) {
                read.add(new Read(row, entry));
            }
        }
        var known = new HashMap<>(entries.digests(read.stream().map(Read::entry).toList()));
        var fresh = new ArrayList<OldEntry>();
        int unchanged = 0;
        for (var each : read) {
            var entry = each.entry();
            var digest = known.putIfAbsent(entry.key(), entry.digest());
            if (digest == null && isWithoutLaw(entry)) {
                refusals.add(each.row().refused("received_at", "no-law-then"));
            } else if (digest == null) {
                fresh.add(entry);
            } else if (digest.equals(entry.digest())) {
                unchanged++;
            } else {
                refusals.add(
                        each.row()
                                .refused(
                                        "register_number",
                                        "register-entry-differs",
                                        Map.of("number", entry.number(), "unit", entry.unitId())));
            }
        }
        return new Weighed(fresh, unchanged, refusals);
    }

    /** What is still open and older than every rule would never be due. */
    private boolean isWithoutLaw(OldEntry entry) {
        return entry.conclusion() == null
                && law.onReceipt(
                                custody.holder(entry.unitId()),
                                entry.intake().isUrgent(),
                                entry.intake().receivedAt())
                        .all()
                        .isEmpty();
    }

    void takeOver(List<OldEntry> fresh, Caller by, Instant now) {
        var taken = fresh.stream().map(entry -> new Taken(entry, report(entry))).toList();
        for (var each : taken) {
            reports.save(each.report(), history(each, by, now));
        }
        entries.add(taken);
        var imported = new CrimeReportEvent.Imported();
        outbox.append(taken.stream().map(each -> imported.about(each.report(), now)).toList());
    }

    private CrimeReport report(OldEntry entry) {
        return CrimeReport.imported(Ids.next("cr"), custody.holder(entry.unitId()), entry, law);
    }

    private static HistoryEntry history(Taken taken, Caller by, Instant now) {
        return new HistoryEntry(
                taken.report().id(),
                taken.report().counter(),
                now,
                "import",
                by.isSystem() ? by.subject() : by.post().postId(),
                by.name(),
                taken.entry().decision(),
                Map.of("registerNumber", new Changes.Change(null, taken.entry().number())));
    }
}
