package haicap.org.units;

import haicap.org.events.Happened;
import haicap.org.events.OrgEvent;
import haicap.platform.orgcopy.Tier;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What can happen to a unit. */
sealed interface UnitEvent extends OrgEvent {

    Unit unit();

    @Override
    @Nullable Happened happened();

    @Override
    default String aggregate() {
        return "Unit";
    }

    @Override
    default String key() {
        return unit().id();
    }

    @Override
    default String unitId() {
        return unit().id();
    }

    @Override
    default long version() {
        return unit().version();
    }

    @Override
    default State state() {
        return State.of(unit());
    }

    /** A unit begins. */
    record UnitEstablished(Unit unit, Happened happened) implements UnitEvent {}

    /** A unit is called otherwise or stands elsewhere. */
    record UnitDescribed(Unit unit, Happened happened) implements UnitEvent {}

    /** A unit ends. */
    record UnitDissolved(Unit unit, Happened happened) implements UnitEvent {}

    /** A unit as it is; nothing happens. */
    record UnitSnapshot(Unit unit) implements UnitEvent {

        @Override
        public @Nullable Happened happened() {
            return null;
        }
    }

    /** What other services may know of a unit. */
    record State(
            String id,
            String code,
            String name,
            String fullName,
            UnitType type,
            Tier tier,
            @Nullable String parentId,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String certainty) {

        static State of(Unit unit) {
            return new State(
                    unit.id(),
                    unit.code(),
                    unit.name(),
                    unit.fullName(),
                    unit.type(),
                    unit.tier(),
                    unit.parentId(),
                    unit.validFrom(),
                    unit.validTo(),
                    unit.certainty());
        }
    }
}
