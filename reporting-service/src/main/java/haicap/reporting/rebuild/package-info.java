/** The facts are made anew from the topics, while the old ones are in use. */
@NullMarked
package haicap.reporting.rebuild;

import org.jspecify.annotations.NullMarked;
