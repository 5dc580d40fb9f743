/** What another rule of authority would have refused, answered by each service from its history. */
@NullMarked
package haicap.platform.dryrun;

import org.jspecify.annotations.NullMarked;
