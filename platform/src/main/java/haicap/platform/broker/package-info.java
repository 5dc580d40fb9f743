/** How a service reaches the broker: what all its clients begin with. */
@NullMarked
package haicap.platform.broker;

import org.jspecify.annotations.NullMarked;
