/** What others build on, to be read by people and by programs, without any other server. */
@NullMarked
package haicap.gateway.docs;

import org.jspecify.annotations.NullMarked;
