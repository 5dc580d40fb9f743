package haicap.org.units;

import haicap.platform.orgcopy.Tier;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A unit from its first day to the day on which it is no more. The id is stable and never reused;
 * the code means something only together with a date.
 *
 * @param name without its type: Ba Đình
 * @param fullName as it is called: Công an phường Ba Đình
 * @param parentId the unit it stands under, the last one recorded; null for the city
 * @param validTo the first day on which it is no more; null while in force
 * @param basis why we hold this to be so
 * @param certainty how sure that is
 * @param version rises by one at each change; 0 before it is first written
 */
public record Unit(
        String id,
        String code,
        String name,
        String fullName,
        UnitType type,
        Tier tier,
        @Nullable String parentId,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String basis,
        String certainty,
        long version) {

    public Unit {
        if (validTo != null && !validTo.isAfter(validFrom)) {
            throw new IllegalArgumentException(id + " ends before it begins");
        }
        if ((tier == Tier.CITY) != (parentId == null)) {
            throw new IllegalArgumentException(id + " stands nowhere in the tree");
        }
    }

    /** Whether the unit is there on this day. */
    public boolean inForceOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
    }

    /** The unit under another parent. */
    public Unit movedUnder(String parent) {
        return new Unit(
                id, code, name, fullName, type, tier, parent, validFrom, validTo, basis, certainty,
                version);
    }

    /** The unit ending on this day. */
    public Unit dissolvedOn(LocalDate day) {
        return new Unit(
                id, code, name, fullName, type, tier, parentId, validFrom, day, basis, certainty,
                version);
    }

    /** The unit after it was written once more. */
    public Unit next() {
        return new Unit(
                id,
                code,
                name,
                fullName,
                type,
                tier,
                parentId,
                validFrom,
                validTo,
                basis,
                certainty,
                version + 1);
    }

    /** Whether a unit of this id could be the same one: what never changes in a unit's life. */
    public boolean isSameAs(Unit other) {
        return id.equals(other.id)
                && code.equals(other.code)
                && tier == other.tier
                && validFrom.equals(other.validFrom);
    }

    /** Whether the two are described alike, wherever they stand and whenever they end. */
    public boolean isDescribedLike(Unit other) {
        return isSameAs(other)
                && name.equals(other.name)
                && fullName.equals(other.fullName)
                && type == other.type
                && Objects.equals(basis, other.basis)
                && certainty.equals(other.certainty);
    }

    /** This unit described as the other one. */
    public Unit describedLike(Unit other) {
        return new Unit(
                id,
                code,
                other.name,
                other.fullName,
                other.type,
                tier,
                parentId,
                validFrom,
                validTo,
                other.basis,
                other.certainty,
                version);
    }
}
