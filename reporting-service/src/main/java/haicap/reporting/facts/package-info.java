/** One fact per file, applied by version, and what it contributes to the figures at any instant. */
@NullMarked
package haicap.reporting.facts;

import org.jspecify.annotations.NullMarked;
