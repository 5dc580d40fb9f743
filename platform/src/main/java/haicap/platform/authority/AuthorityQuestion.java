package haicap.platform.authority;

import haicap.platform.orgcopy.Grade;
import haicap.platform.orgcopy.HeldPost;
import haicap.platform.orgcopy.Relation;
import haicap.platform.orgcopy.Title;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * May whoever holds this post do that to this? All that rules go by, and nothing else: it is kept
 * beside the decision, so that another rule can be put to it later.
 *
 * @param action kind of record and deed, such as {@code crime-report.extension}
 * @param postField of a deputy's post
 * @param functions that the unit of the post performs
 * @param relations in which the holder stands to what is decided on
 * @param severity of the offence, where there is one and it is known
 * @param grade of the holder as an investigator
 */
public record AuthorityQuestion(
        String action,
        Title title,
        @Nullable String postField,
        Set<String> functions,
        Set<Relation> relations,
        @Nullable String severity,
        @Nullable Grade grade) {

    public AuthorityQuestion {
        functions = Collections.unmodifiableSortedSet(new TreeSet<>(functions));
        relations = Collections.unmodifiableSortedSet(new TreeSet<>(relations));
    }

    /** That of a post that somebody holds now. */
    static AuthorityQuestion of(String action, HeldPost post, Subject subject) {
        var relations = EnumSet.noneOf(Relation.class);
        relations.addAll(subject.relations());
        if (post.acting()) {
            relations.add(Relation.ACTING);
        }
        if (post.assigned()) {
            relations.add(Relation.ASSIGNED);
        }
        return new AuthorityQuestion(
                action,
                post.title(),
                post.field(),
                post.functions(),
                relations,
                subject.severity(),
                post.grade());
    }
}
