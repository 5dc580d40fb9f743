package haicap.platform.authority;

import haicap.platform.access.Caller;
import haicap.platform.orgcopy.HeldPost;
import haicap.platform.orgcopy.Organisation;
import haicap.platform.problems.Refusal;
import haicap.platform.time.Hanoi;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Asked before everything that is decided: whether the rules in force let the caller do it. Safe
 * for all threads.
 */
@Component
public class Authority {

    private static final Duration SOON = Duration.ofSeconds(5);

    private final Organisation organisation;
    private final Clock clock;

    Authority(Organisation organisation, Clock clock) {
        this.organisation = organisation;
        this.clock = clock;
    }

    /**
     * The rule by which the caller may do it now.
     *
     * @param action kind of record and deed, such as {@code crime-report.extension}
     * @throws Refusal 403 that names the rule that stands against it, and its condition; 503 while
     *     no rules are known
     */
    public Ruling require(String action, Caller caller, Subject subject) {
        var post = caller.post();
        if (organisation.rules().isEmpty()) {
            throw Refusal.unavailable("organisation-unknown", SOON);
        }
        var ruling = may(action, post, subject, Hanoi.today(clock));
        if (!ruling.allowed()) {
            throw refusal(ruling, post, subject);
        }
        return ruling;
    }

    /** Whether whoever holds the post may do it on that day. */
    public Ruling may(String action, HeldPost post, Subject subject, LocalDate day) {
        return AuthorityRules.decide(
                organisation.rules(), AuthorityQuestion.of(action, post, subject), day);
    }

    private static Refusal refusal(Ruling ruling, HeldPost post, Subject subject) {
        var rule = ruling.rule();
        var action = ruling.question().action();
        if (rule == null) {
            return Refusal.forbidden(
                    "no-rule-allows", Map.of("action", action, "post", post.postId()));
        }
        return Refusal.forbidden(
                "not-authorised",
                Map.of(
                        "id", subject.id(),
                        "post", post.postId(),
                        "action", action,
                        "rule", rule.id(),
                        "ruleVi", rule.titleVi(),
                        "ruleEn", rule.titleEn(),
                        "article", rule.article(),
                        "condition", ruling.unmet() == null ? "FORBIDDEN" : ruling.unmet()));
    }
}
