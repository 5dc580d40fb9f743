package haicap.platform.access;

import haicap.platform.orgcopy.Title;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * To whom an operation is open at all, whatever thing it names. Every operation that writes says
 * it; it is decided before a byte of the request's body is read. What hangs on the single thing -
 * sight, then the right - is decided later, by the use case. The words here and the rows of {@code
 * docs/access.md} say the same; {@code OpenOperations} looks after that.
 *
 * <p>An officer is let in by a post that counts for the request, a system by a scope.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OpenTo {

    /** To whoever holds a post. */
    boolean officers() default false;

    /** To holders of these titles, in whatever unit. */
    Title[] titles() default {};

    /** To posts for which a rule of authority in force lets do this, whatever the thing. */
    String byRule() default "";

    /** To systems with one of these scopes. */
    String[] scopes() default {};

    /** The code of the 403 for all others, where the usual ones do not say enough. */
    String refusal() default "";

    /** The kind of the thing that is as absent for all others (404); none: they are told 403. */
    String absent() default "";
}
