package haicap.org.registers;

import haicap.org.events.Happened;
import haicap.org.events.OrgEvent;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a register as it is now.
 *
 * @param happened when and by what it became so; null where it is only announced anew
 */
record RegisterEvent<S>(Register<S> register, S state, long version, @Nullable Happened happened)
        implements OrgEvent {

    @Override
    public String name() {
        return register.name() + (happened == null ? "Snapshot" : "Recorded");
    }

    @Override
    public String aggregate() {
        return register.name();
    }

    @Override
    public String key() {
        return register.id().apply(state);
    }

    @Override
    public String unitId() {
        return register.unitId().apply(state);
    }
}
