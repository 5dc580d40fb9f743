/** What reporting knows of each file, and from when until when it counts in which figure. */
@NullMarked
package haicap.reporting.files;

import org.jspecify.annotations.NullMarked;
