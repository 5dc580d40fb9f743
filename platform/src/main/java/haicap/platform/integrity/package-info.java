/** What must hold of every record of a kind, looked after while the service runs. */
@NullMarked
package haicap.platform.integrity;

import org.jspecify.annotations.NullMarked;
