/** The commands of ./haicap. */
@NullMarked
package haicap.local.command;

import org.jspecify.annotations.NullMarked;
