/** Domain time: UTC instants, days of Asia/Ho_Chi_Minh, one shared offset for all parts. */
@NullMarked
package haicap.platform.time;

import org.jspecify.annotations.NullMarked;
