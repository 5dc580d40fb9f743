package haicap.org.lineage;

import haicap.org.events.Happened;
import haicap.org.events.OrgEvent;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What can happen to an edge of lineage. */
sealed interface SuccessionEvent extends OrgEvent {

    @Override
    default String aggregate() {
        return "Succession";
    }

    Succession succession();

    @Override
    @Nullable Happened happened();

    @Override
    default String key() {
        return succession().id();
    }

    @Override
    default String unitId() {
        return succession().fromUnitId();
    }

    @Override
    default long version() {
        return succession().version();
    }

    @Override
    default State state() {
        return State.of(succession());
    }

    /** An edge is recorded, or known better. */
    record SuccessionRecorded(Succession succession, Happened happened)
            implements SuccessionEvent {}

    /** An edge as it is; nothing happens. */
    record SuccessionSnapshot(Succession succession) implements SuccessionEvent {

        @Override
        public @Nullable Happened happened() {
            return null;
        }
    }

    /** What other services may know of an edge. */
    record State(
            String id,
            String fromUnitId,
            String toUnitId,
            String objectClass,
            Share share,
            @Nullable BigDecimal weight,
            boolean isDefault,
            @Nullable String defaultBasis,
            @Nullable String defaultCertainty,
            LocalDate effectiveOn,
            String basis,
            String certainty) {

        static State of(Succession edge) {
            return new State(
                    edge.id(),
                    edge.fromUnitId(),
                    edge.toUnitId(),
                    edge.objectClass(),
                    edge.share(),
                    edge.weight(),
                    edge.isDefault(),
                    edge.defaultBasis(),
                    edge.defaultCertainty(),
                    edge.effectiveOn(),
                    edge.basis(),
                    edge.certainty());
        }
    }
}
