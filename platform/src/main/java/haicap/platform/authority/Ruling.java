package haicap.platform.authority;

import haicap.platform.orgcopy.AuthorityRule;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a question of authority.
 *
 * @param question as it was put
 * @param rule that allows it, or that stands against it; null where no rule is about the action
 * @param unmet the condition that is not fulfilled; null where it is allowed or forbidden outright
 */
public record Ruling(
        AuthorityQuestion question,
        boolean allowed,
        @Nullable AuthorityRule rule,
        @Nullable Condition unmet) {

    /**
     * A condition of a rule.
     *
     * @param kind of condition
     * @param wanted what it asks for or, of EXCLUDES, what must not be
     */
    public record Condition(Kind kind, String wanted) {

        /** What conditions are about. */
        public enum Kind {
            TITLE,
            POST_FIELD,
            FUNCTION,
            SEVERITY,
            GRADE,
            REQUIRES,
            EXCLUDES
        }

        @Override
        public String toString() {
            return kind + " " + wanted;
        }
    }
}
