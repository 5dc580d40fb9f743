/** Findings: what a visit found wanting, who remedies it until when, and who says that it is so. */
@NullMarked
package haicap.inspection.findings;

import org.jspecify.annotations.NullMarked;
