package haicap.reporting.facts;

import haicap.platform.time.Hanoi;
import haicap.reporting.figures.Figure;
import haicap.reporting.figures.Figures;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the newest event of a file said of it, as far as figures depend on it.
 *
 * @param version as one number that orders as versions do
 * @param unitId the unit under which the source stores it
 * @param open no final decision, and not handed over away from the unit
 * @param beganAt when it was received or raised
 * @param dueAt when the earliest running clock that obliges the custodian ends; late from this very
 *     instant on
 */
public record Fact(
        String id,
        FileKind kind,
        long version,
        String unitId,
        boolean open,
        Instant beganAt,
        @Nullable Instant dueAt) {

    /** How long before its due instant a file is due soon. */
    static final Duration SOON = Duration.ofDays(3);

    public Fact {
        Objects.requireNonNull(unitId, "unitId");
        beganAt = Objects.requireNonNull(beganAt, "beganAt").truncatedTo(ChronoUnit.MICROS);
        dueAt = dueAt == null ? null : dueAt.truncatedTo(ChronoUnit.MICROS);
    }

    Origin origin() {
        return new Origin(unitId, kind);
    }

    /**
     * What the file contributes to its custodian's figures at an instant. It changes at four lines
     * only: the beginning and the end of its first day, three days before it is due, and when it is
     * due.
     */
    public Figures at(Instant clockAt) {
        var counted = EnumSet.noneOf(Figure.class);
        switch (kind) {
            case CRIME_REPORT -> {
                if (Hanoi.dayOf(beganAt).equals(Hanoi.dayOf(clockAt))) {
                    counted.add(Figure.REPORTS_RECEIVED_TODAY);
                }
                if (open) {
                    counted.add(Figure.REPORTS_OPEN);
                    countDue(clockAt, counted);
                }
            }
            case OBSTACLE -> {
                if (open) {
                    counted.add(Figure.OBSTACLES_OPEN);
                }
            }
        }
        return Figures.oneIn(counted);
    }

    private void countDue(Instant clockAt, EnumSet<Figure> counted) {
        if (dueAt == null) {
            return;
        }
        if (!clockAt.isBefore(dueAt)) {
            counted.add(Figure.REPORTS_OVERDUE);
        } else if (!clockAt.isBefore(dueAt.minus(SOON))) {
            counted.add(Figure.REPORTS_DUE_SOON);
        }
    }
}
