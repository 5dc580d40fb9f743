/** The kinds of work and the figures that there are, as one file lists them for all parts. */
@NullMarked
package haicap.platform.catalogue;

import org.jspecify.annotations.NullMarked;
