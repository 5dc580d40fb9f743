package haicap.org.authority;

import haicap.platform.orgcopy.AuthorityRule;
import haicap.platform.orgcopy.AuthorityRule.Effect;
import haicap.platform.orgcopy.Grade;
import haicap.platform.orgcopy.Relation;
import haicap.platform.orgcopy.Title;
import haicap.platform.privacy.Matter;
import haicap.platform.privacy.TellsOf;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A rule of authority as its readers see it.
 *
 * @param action kind of record and deed, such as {@code crime-report.extension}
 * @param titles of the post from which it is done; none: any
 * @param functionId that the unit of the post performs; null: any
 * @param requires how who decides must stand to what is decided on
 * @param excludes how he must not
 * @param severities of the offence; none: any
 * @param grades of an investigator; none: none needed
 * @param validTo first day on which it holds no more
 * @param certainty PUBLISHED: the text was read; TO_CONFIRM: legal staff must confirm it
 */
@TellsOf(Matter.POST)
record AuthorityRuleView(
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

    static AuthorityRuleView of(AuthorityRule rule) {
        return new AuthorityRuleView(
                rule.id(),
                rule.action(),
                rule.effect(),
                rule.titles(),
                rule.postField(),
                rule.functionId(),
                rule.requires(),
                rule.excludes(),
                rule.severities(),
                rule.grades(),
                rule.validFrom(),
                rule.validTo(),
                rule.article(),
                rule.titleVi(),
                rule.titleEn(),
                rule.certainty());
    }
}
