package haicap.casework.registers;

import haicap.casework.reports.Category;
import haicap.casework.reports.Channel;
import haicap.casework.reports.Conclusion;
import haicap.casework.reports.ReceiptRequest;
import haicap.casework.reports.ReportOutcome;
import haicap.casework.reports.Severity;
import haicap.platform.access.AccessScope;
import haicap.platform.imports.Row;
import haicap.platform.imports.RowRefused;
import haicap.platform.orgcopy.Organisation;
import haicap.platform.orgcopy.Unit;
import haicap.platform.problems.Fault;
import haicap.platform.records.Decision;
import haicap.platform.time.Hanoi;
import haicap.platform.time.Moments;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads rows of old registers of crime reports as entries. */
final class OldRegister {

    static final List<String> COLUMNS =
            List.of(
                    "unit_id",
                    "register_number",
                    "received_at",
                    "occurred_on",
                    "category",
                    "severity",
                    "channel",
                    "urgent",
                    "summary",
                    "outcome",
                    "decided_at",
                    "decision_number");

    /** By which class lineage passes reports on. */
    private static final String REPORTS = "CRIME_REPORT";

    private static final int WORD = 100;
    private static final int TEXT = 4_000;

    private final Organisation organisation;
    private final AccessScope accessScope;
    private final Moments moments;
    private final @Nullable String ownUnitId;

    /**
     * Reads.
     *
     * @param ownUnitId the only unit of whose registers rows may be, its predecessors' among them;
     *     null when they may be of any
     */
    OldRegister(
            Organisation organisation,
            AccessScope accessScope,
            Moments moments,
            @Nullable String ownUnitId) {
        this.organisation = organisation;
        this.accessScope = accessScope;
        this.moments = moments;
        this.ownUnitId = ownUnitId;
    }

    OldEntry entry(Row row) {
        var receipt = receipt(row);
        var unit = unit(row, Hanoi.dayOf(receipt.receivedAt()));
        require(row, "occurred_on", receipt.occurredBeforeReceipt(""));
        var outcome = row.optionalOneOf("outcome", ReportOutcome.class);
        var decision = decision(row, outcome, receipt.receivedAt());
        return new OldEntry(
                unit.id(),
                row.text("register_number", WORD),
                digest(unit.id(), row.text("register_number", WORD), receipt, outcome, decision),
                receipt,
                outcome == null || decision == null
                        ? null
                        : new Conclusion(outcome, decision.at(), unit.id()),
                decision);
    }

    private ReceiptRequest receipt(Row row) {
        var occurredOn = row.day("occurred_on");
        require(row, "occurred_on", moments.check("", occurredOn));
        var receivedAt = row.read("received_at", OldRegister::instant, "instant-unreadable");
        require(row, "received_at", moments.check("", receivedAt));
        return new ReceiptRequest(
                occurredOn,
                receivedAt,
                row.oneOf("category", Category.class),
                row.optionalOneOf("severity", Severity.class),
                row.oneOf("channel", Channel.class),
                row.yesIfAny("urgent"),
                null,
                row.lines("summary", TEXT));
    }

    private Unit unit(Row row, LocalDate receivedOn) {
        var named = row.optional("unit_id", WORD);
        var id = named != null ? named : ownUnitId;
        if (id == null) {
            throw row.refused("unit_id", "value-missing", Map.of());
        }
        var unit =
                organisation
                        .unit(id)
                        .orElseThrow(
                                () -> row.refused("unit_id", "unit-unknown", Map.of("id", id)));
        if (ownUnitId != null && !accessScope.custodian(id, REPORTS).equals(ownUnitId)) {
            throw row.refused("unit_id", "unit-of-others", Map.of("id", id, "own", ownUnitId));
        }
        if (!unit.inForceOn(receivedOn)) {
            throw row.refused("unit_id", "unit-not-in-force", Map.of("id", id, "day", receivedOn));
        }
        return unit;
    }

    /** An outcome has its paper, and only an outcome has one. */
    private @Nullable Decision decision(
            Row row, @Nullable ReportOutcome outcome, Instant receivedAt) {
        var number = row.optional("decision_number", WORD);
        var decided = row.optional("decided_at", WORD) != null;
        if (outcome == null) {
            if (number != null || decided) {
                throw row.refused("outcome", "decision-without-outcome", Map.of());
            }
            return null;
        }
        var at = row.read("decided_at", OldRegister::instant, "instant-unreadable");
        require(row, "decided_at", moments.checkDecision("", at, receivedAt));
        return new Decision(row.text("decision_number", WORD), at, null, null);
    }

    /** Old papers often know no more than the day: its first moment then. */
    private static Instant instant(String text) {
        return text.length() <= "2000-01-01".length()
                ? Hanoi.startOf(LocalDate.parse(text))
                : Instant.parse(text);
    }

    private static void require(Row row, String column, List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw refused(row, column, faults.getFirst());
        }
    }

    private static RowRefused refused(Row row, String column, Fault fault) {
        return row.refused(column, fault.code(), fault.args());
    }

    /** Of what was understood: the same entry in another spelling is the same entry. */
    private static String digest(
            String unitId,
            String number,
            ReceiptRequest receipt,
            @Nullable ReportOutcome outcome,
            @Nullable Decision decision) {
        var understood =
                Stream.of(
                        unitId,
                        number,
                        receipt.occurredOn(),
                        Moments.kept(receipt.receivedAt()),
                        receipt.category(),
                        receipt.severity(),
                        receipt.channel(),
                        receipt.isUrgent(),
                        receipt.summary(),
                        outcome,
                        decision == null ? null : decision.at(),
                        decision == null ? null : decision.number());
        var text = understood.map(String::valueOf).collect(Collectors.joining("\u001f"));
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
