package haicap.org.lineage;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A dated edge: one unit follows another for a class of object. Edges are never removed; what was
 * learned later is a new version.
 *
 * @param objectClass what is followed in; {@link #ANY} for all classes without an edge of their own
 * @param weight fraction of the area, where it is known
 * @param isDefault whether work goes here until somebody confirms: one per old unit and class
 * @param defaultBasis why this one is the default
 * @param defaultCertainty how sure that is
 * @param basis why we hold the edge itself to be so
 * @param certainty how sure that is
 */
public record Succession(
        String fromUnitId,
        String toUnitId,
        String objectClass,
        Share share,
        @Nullable BigDecimal weight,
        @Nullable Portion areaShare,
        @Nullable Portion populationShare,
        @Nullable BigDecimal populationWeight,
        @Nullable BigDecimal partAreaKm2,
        @Nullable BigDecimal partPopulation,
        boolean isDefault,
        @Nullable String defaultBasis,
        @Nullable String defaultCertainty,
        LocalDate effectiveOn,
        String actId,
        String basis,
        String certainty,
        long version) {

    /** Every class of object that has no edge of its own. */
    public static final String ANY = "ANY";

    public Succession {
        if (fromUnitId.equals(toUnitId)) {
            throw new IllegalArgumentException(fromUnitId + " cannot follow itself");
        }
        weight = plain(weight);
        populationWeight = plain(populationWeight);
        partAreaKm2 = plain(partAreaKm2);
        partPopulation = plain(partPopulation);
    }

    // 0.10 and 0.1 are one fact
    private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
        return number == null ? null : new BigDecimal(number.stripTrailingZeros().toPlainString());
    }

    /** Key of the edge: between two units there is one edge per class. */
    public String id() {
        return "succession:" + fromUnitId + ":" + toUnitId + ":" + objectClass;
    }

    /** The same edge in this version. */
    public Succession inVersion(long number) {
        return new Succession(
                fromUnitId,
                toUnitId,
                objectClass,
                share,
                weight,
                areaShare,
                populationShare,
                populationWeight,
                partAreaKm2,
                partPopulation,
                isDefault,
                defaultBasis,
                defaultCertainty,
                effectiveOn,
                actId,
                basis,
                certainty,
                number);
    }
}
