/** The whole local system: bring up, take down, warm up, look at. */
@NullMarked
package haicap.local.system;

import org.jspecify.annotations.NullMarked;
