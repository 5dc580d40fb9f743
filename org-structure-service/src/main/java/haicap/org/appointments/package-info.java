/** Who holds a post from when to when; authority sits on the post and follows from this. */
@NullMarked
package haicap.org.appointments;

import org.jspecify.annotations.NullMarked;
