package haicap.platform.authority;

import haicap.platform.orgcopy.Relation;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is decided on, as rules see it from the caller's place.
 *
 * @param id that a refusal names
 * @param relations in which the caller stands to it
 * @param severity of the offence; null where there is none, or it is not known
 */
public record Subject(String id, Set<Relation> relations, @Nullable String severity) {

    public Subject {
        relations = Set.copyOf(relations);
    }

    /** To which the caller has no relation yet. */
    public static Subject of(String id) {
        return new Subject(id, Set.of(), null);
    }

    /** The same, in this relation if that holds. */
    public Subject with(Relation relation, boolean holds) {
        if (!holds) {
            return this;
        }
        var more = EnumSet.of(relation);
        more.addAll(relations);
        return new Subject(id, more, severity);
    }

    /** The same, about an offence of that severity. */
    public Subject ofSeverity(@Nullable Enum<?> known) {
        return new Subject(id, relations, known == null ? null : known.name());
    }
}
