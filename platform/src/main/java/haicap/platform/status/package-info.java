/** What an operator asks of a running part. */
@NullMarked
package haicap.platform.status;

import org.jspecify.annotations.NullMarked;
