/** Officers, known by a service number only. */
@NullMarked
package haicap.org.officers;

import org.jspecify.annotations.NullMarked;
