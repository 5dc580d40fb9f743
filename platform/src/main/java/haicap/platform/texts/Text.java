package haicap.platform.texts;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE_USE;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A text that people wrote: visible, without control characters and without what turns the
 * direction of writing. Every text of a body bears it; {@code ArchitectureRules} looks after that.
 */
@Target({FIELD, METHOD, PARAMETER, TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = TextRule.class)
public @interface Text {

    /** How many characters it may have. */
    int max();

    /** Whether it may have several lines. */
    boolean lines() default false;

    /** Unused: the rule names its own codes. */
    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
