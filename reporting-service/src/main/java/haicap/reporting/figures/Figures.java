package haicap.reporting.figures;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongBinaryOperator;
import org.jspecify.annotations.Nullable;

/** A value for every figure: of a file, a unit, the city, or a difference. Immutable. */
public final class Figures {

    /** Nothing counted. */
    public static final Figures NONE = new Figures(new long[Figure.all().size()]);

    private final long[] values;

    private Figures(long[] values) {
        this.values = values;
    }

    /** These counts; what is absent is zero. */
    public static Figures counting(Map<Figure, Long> counts) {
        var values = new long[NONE.values.length];
        counts.forEach((figure, count) -> values[figure.place()] = count);
        return new Figures(values);
    }

    /** Reads the form by public names; what is absent is zero. */
    @JsonCreator
    public static Figures of(Map<String, Long> byName) {
        var values = new long[NONE.values.length];
        byName.forEach((name, value) ->
                Figure.named(name).ifPresent(figure -> values[figure.place()] = value));
        return new Figures(values);
    }

    public long of(Figure figure) {
        return values[figure.place()];
    }

    /** All that should have been done by now. */
    public long late() {
        return Figure.all().stream().filter(Figure::isLate).mapToLong(this::of).sum();
    }

    public Figures plus(Figures other) {
        return with(other, Long::sum);
    }

    private Figures with(Figures other, LongBinaryOperator operation) {
        var result = new long[values.length];
        Arrays.setAll(result, i -> operation.applyAsLong(values[i], other.values[i]));
        return new Figures(result);
    }

    /** Whether every figure is zero. */
    public boolean isNone() {
        return equals(NONE);
    }

    /** Every figure under its public name. */
    @JsonValue
    public Map<String, Long> byName() {
        var byName = new LinkedHashMap<String, Long>();
        for (var figure : Figure.all()) {
            byName.put(figure.publicName(), of(figure));
        }
        return byName;
    }

    /** Of those figures that change by a difference, what they are, under their public names. */
    public Map<String, Long> changedBy(Figures more) {
        var changed = byName();
        changed.keySet().retainAll(more.counted().keySet());
        return changed;
    }

    /** The same without what is zero. */
    public Map<String, Long> counted() {
        var counted = byName();
        counted.values().removeIf(count -> count == 0);
        return counted;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Figures figures && Arrays.equals(values, figures.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return byName().toString();
    }
}
