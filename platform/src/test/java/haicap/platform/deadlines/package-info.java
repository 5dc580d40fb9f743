/** Tests of time limits: plain functions, no Spring. */
@NullMarked
package haicap.platform.deadlines;

import org.jspecify.annotations.NullMarked;
