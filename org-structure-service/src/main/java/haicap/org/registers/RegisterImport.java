package haicap.org.registers;

import haicap.org.events.Happened;
import haicap.org.imports.ImportKind;
import haicap.org.imports.Intake;
import haicap.platform.access.Caller;
import haicap.platform.imports.Outcome;
import haicap.platform.imports.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A file of entries of one register. An entry is never another one later; what a decision has ended
 * since stays ended.
 */
public abstract class RegisterImport<S> implements ImportKind {

    private final Registers registers;
    private final Register<S> register;
    private final String ids;

    /**
     * @param ids what ids of entries look like: they share one key space with units and posts
     */
    protected RegisterImport(Registers registers, Register<S> register, String ids) {
        this.registers = registers;
        this.register = register;
        this.ids = ids;
    }

    /** Begins to read rows against what stands now. */
    protected abstract Function<Row, S> reading();

    /** From when an entry is so. */
    protected abstract LocalDate since(S state);

    /** Whether what stands is what the row says, though a decision may have ended it since. */
    protected abstract boolean isSame(S present, S read);

    @Override
    public Intake begin(Caller by) {
        return new Entries(registers.all(register), reading());
    }

    private final class Entries implements Intake {

        private final Map<String, S> known;
        private final Function<Row, S> reading;
        private final List<S> entered = new ArrayList<>();

        Entries(Map<String, S> known, Function<Row, S> reading) {
            this.known = known;
            this.reading = reading;
        }

        @Override
        public Outcome take(Row row) {
            var state = reading.apply(row);
            var id = register.id().apply(state);
            if (!id.matches(ids)) {
                throw row.refused("id", "entry-id-unusable", Map.of("value", id, "pattern", ids));
            }
            var present = known.putIfAbsent(id, state);
            if (present == null) {
                entered.add(state);
                return Outcome.CREATED;
            }
            if (!isSame(present, state)) {
                throw row.refused("id", "entry-id-reused", "id", id);
            }
            return Outcome.UNCHANGED;
        }

        @Override
        public void apply() {
            registers.enter(register, entered, state -> Happened.recorded(since(state)));
        }
    }
}
