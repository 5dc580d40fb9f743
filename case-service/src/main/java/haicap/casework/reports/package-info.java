/** Crime reports: received without refusal, classified, assigned, each by the post that may. */
@NullMarked
package haicap.casework.reports;

import org.jspecify.annotations.NullMarked;
