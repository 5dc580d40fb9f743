/** What an operator and other services may ask of a source whose copies, or whose database, lag. */
@NullMarked
package haicap.platform.restore;

import org.jspecify.annotations.NullMarked;
