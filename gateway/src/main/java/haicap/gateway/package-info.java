/** The one public address: which path leads to which part, on one page. */
@NullMarked
package haicap.gateway;

import org.jspecify.annotations.NullMarked;
