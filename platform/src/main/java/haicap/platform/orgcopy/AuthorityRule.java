package haicap.platform.orgcopy;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A rule of who may do what, as dated data: whoever fulfils all its conditions may do the action,
 * or may not whatever another rule says.
 *
 * @param id stable; a changed rule is another one from another day
 * @param action kind of record and deed, such as {@code crime-report.extension}
 * @param titles of the post from which it is done; none named: any
 * @param postField of a deputy's post; null for any
 * @param functionId that the unit of the post performs; null for any
 * @param requires what must be so
 * @param excludes what must not be so
 * @param severities of the offence; none named: any, even unknown
 * @param grades of an investigator; none named: none needed
 * @param article where the law or the house says so
 * @param certainty PUBLISHED: the text was read; TO_CONFIRM: legal staff must confirm it
 */
public record AuthorityRule(
        String id,
        String action,
        Effect effect,
        Set<Title> titles,
        @Nullable String postField,
        @Nullable String functionId,
        Set<Relation> requires,
        Set<Relation> excludes,
        Set<String> severities,
        Set<Grade> grades,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String article,
        String titleVi,
        String titleEn,
        String certainty) {

    /** What follows where all conditions of a rule are fulfilled. */
    public enum Effect {
        ALLOW,
        FORBID
    }

    public AuthorityRule {
        titles = sorted(titles);
        requires = sorted(requires);
        excludes = sorted(excludes);
        severities = sorted(severities);
        grades = sorted(grades);
    }

    /** Whether it is in force on that day. */
    public boolean inForceOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
    }

    /** Whether it lets do something, and somebody on such a post, whatever the thing. */
    public boolean mayAllow(HeldPost post) {
        return effect == Effect.ALLOW
                && (titles.isEmpty() || titles.contains(post.title()))
                && (postField == null || postField.equals(post.field()))
                && (functionId == null || post.performs(functionId));
    }

    /** The same, until that day. */
    public AuthorityRule endingOn(LocalDate day) {
        return new AuthorityRule(
                id,
                action,
                effect,
                titles,
                postField,
                functionId,
                requires,
                excludes,
                severities,
                grades,
                validFrom,
                day,
                article,
                titleVi,
                titleEn,
                certainty);
    }

    private static <V extends Comparable<V>> Set<V> sorted(Set<V> values) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(values));
    }
}
