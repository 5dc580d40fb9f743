package haicap.platform.privacy;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Of which matters an answer or a row of a list tells; the highest of their labels is its own, and
 * is added to its JSON.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface TellsOf {

    /** At least one. */
    Matter[] value();
}
