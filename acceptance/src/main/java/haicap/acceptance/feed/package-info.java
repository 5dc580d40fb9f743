/** What is told, as an independent listener hears it: the stream and the topics. */
@NullMarked
package haicap.acceptance.feed;

import org.jspecify.annotations.NullMarked;
