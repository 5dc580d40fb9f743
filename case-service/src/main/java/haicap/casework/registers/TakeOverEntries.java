package haicap.casework.registers;

import haicap.casework.registers.RegisterEntries.Taken;
import haicap.casework.reports.TakeOverReports;
import haicap.platform.access.Caller;
import haicap.platform.imports.Row;
import haicap.platform.imports.RowRefused;
import haicap.platform.imports.Tally;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
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

    /** So that numbers are taken by unit, and follow the receipt. */
    private static final Comparator<OldEntry> BY_UNIT =
            Comparator.comparing(OldEntry::unitId)
                    .thenComparing(entry -> entry.receipt().receivedAt());

    private final TakeOverReports reports;
    private final RegisterEntries entries;

    TakeOverEntries(TakeOverReports reports, RegisterEntries entries) {
        this.reports = reports;
        this.entries = entries;
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
        return entry.conclusion() == null && !reports.hasLaw(entry.unitId(), entry.receipt());
    }

    void takeOver(List<OldEntry> fresh, Caller by, Instant now) {
        entries.add(
                fresh.stream()
                        .sorted(BY_UNIT)
                        .map(entry -> new Taken(entry, report(entry, by, now)))
                        .toList());
    }

    private String report(OldEntry entry, Caller by, Instant now) {
        return reports.takeOver(
                entry.unitId(),
                entry.number(),
                entry.receipt(),
                entry.conclusion(),
                entry.decision(),
                by,
                now);
    }
}
