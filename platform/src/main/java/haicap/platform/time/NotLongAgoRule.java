package haicap.platform.time;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.time.Clock;
import java.time.Instant;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Holds a moment against the bound on dating back, and tells how many days that is. */
public final class NotLongAgoRule implements ConstraintValidator<NotLongAgo, Instant> {

    private final BackDating bound;
    private final Clock clock;

    /** With the bound and the clock of the service. */
    public NotLongAgoRule(BackDating bound, Clock clock) {
        this.bound = bound;
        this.clock = clock;
    }

    @Override
    public boolean isValid(@Nullable Instant told, ConstraintValidatorContext context) {
        context.unwrap(HibernateConstraintValidatorContext.class).withDynamicPayload(bound.days());
        return told == null || !told.isBefore(bound.earliest(clock.instant()));
    }
}
