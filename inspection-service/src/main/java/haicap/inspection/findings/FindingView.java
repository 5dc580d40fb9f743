package haicap.inspection.findings;

import static java.util.Objects.requireNonNullElse;

import haicap.platform.events.Version;
import haicap.platform.privacy.Matter;
import haicap.platform.privacy.TellsOf;
import haicap.platform.records.Kept;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A finding as its readers see it.
 *
 * @param unitId the unit whose matter it is today
 * @param ownerUnitId the owner's unit when it was recorded
 * @param dueAt end of the last day; null once the remedy is completed
 * @param remedy what the unit said last that it did
 */
@TellsOf(Matter.FINDING)
record FindingView(
        String id,
        String number,
        Version version,
        String visitId,
        String campaignId,
        String unitId,
        String ownerUnitId,
        Topic topic,
        Severity severity,
        FindingState state,
        String text,
        String ownerPostId,
        LocalDate dueOn,
        @Nullable Instant dueAt,
        Instant recordedAt,
        @Nullable String remedy,
        @Nullable Instant remediedAt,
        @Nullable String remediedByPost) {

    static FindingView of(Kept<Finding> kept) {
        var finding = kept.record();
        var remedy = finding.remedy();
        return new FindingView(
                finding.head().id(),
                finding.head().number(),
                kept.version(),
                finding.visitId(),
                finding.campaignId(),
                kept.custodian(),
                finding.head().unitId(),
                finding.topic(),
                finding.severity(),
                finding.state(),
                requireNonNullElse(finding.texts().text(), ""),
                finding.ownerPostId(),
                finding.dueOn(),
                finding.dueAt(),
                finding.head().openedAt(),
                remedy == null ? null : requireNonNullElse(finding.texts().remedy(), ""),
                remedy == null ? null : remedy.at(),
                remedy == null ? null : remedy.byPost());
    }
}
