/** What the other services hear of the organisation. */
@NullMarked
package haicap.org.events;

import org.jspecify.annotations.NullMarked;
