/** One list of what is to be done, over the work of all services. */
@NullMarked
package haicap.reporting.work;

import org.jspecify.annotations.NullMarked;
