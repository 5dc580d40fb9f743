/** One post's whole work is handed over to another post: of every kind that this service keeps. */
@NullMarked
package haicap.platform.posthandover;

import org.jspecify.annotations.NullMarked;
