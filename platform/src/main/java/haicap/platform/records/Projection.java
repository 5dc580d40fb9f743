package haicap.platform.records;

import java.util.List;

/**
 * What a kind keeps or tells beside its records: a table that others join, events of another topic.
 * It follows each change in the transaction that saves it.
 */
@FunctionalInterface
public interface Projection<R extends WorkRecord> {

    /** Nothing. */
    static <R extends WorkRecord> Projection<R> none() {
        return done -> {};
    }

    /** These were saved, in this order, at least one. */
    void saved(List<Outcome<R>> done);
}
