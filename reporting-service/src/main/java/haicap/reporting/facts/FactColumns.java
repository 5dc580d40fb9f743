package haicap.reporting.facts;

import haicap.reporting.files.Fact;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Facts as one statement takes them: an array for each column, in the order of its columns. */
record FactColumns(List<Object> arrays) {

    static FactColumns of(Collection<Fact> ofFiles) {
        var facts = List.copyOf(ofFiles);
        var rows = facts.stream().map(fact -> FactRow.of(fact.matter())).toList();
        return new FactColumns(
                List.of(
                        texts(facts, Fact::id),
                        texts(facts, Fact::kind),
                        facts.stream().map(Fact::version).toArray(Long[]::new),
                        texts(facts, Fact::unitId),
                        rows.stream().map(FactRow::open).toArray(Boolean[]::new),
                        texts(rows, FactRow::beganAt),
                        texts(rows, FactRow::dueAt),
                        texts(rows, FactRow::receivedBy),
                        texts(rows, FactRow::handOvers),
                        texts(rows, FactRow::outcome),
                        texts(rows, FactRow::decidedAt),
                        texts(rows, FactRow::decidedBy),
                        texts(rows, FactRow::campaignFrom),
                        texts(rows, FactRow::campaignTo)));
    }

    static <T> @Nullable String[] texts(List<T> rows, Function<T, @Nullable Object> value) {
        return rows.stream()
                .map(row -> Objects.toString(value.apply(row), null))
                .toArray(String[]::new);
    }
}
