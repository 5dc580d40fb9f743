package haicap.platform.time;

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
 * The moment of something that is recorded now, dated back no further than {@link BackDating} lets.
 * Nothing is wrong with none.
 */
@Target({FIELD, METHOD, PARAMETER, TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = NotLongAgoRule.class)
public @interface NotLongAgo {

    /** The code of the fault. */
    String message() default "dated-back-too-far";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
