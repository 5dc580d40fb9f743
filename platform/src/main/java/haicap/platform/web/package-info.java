/** The conventions of the public contract: strict JSON, limits, cursors, pages. */
@NullMarked
package haicap.platform.web;

import org.jspecify.annotations.NullMarked;
