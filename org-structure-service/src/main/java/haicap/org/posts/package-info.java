/** Posts, what each reports to, and who holds them from when to when. */
@NullMarked
package haicap.org.posts;

import org.jspecify.annotations.NullMarked;
