/**
 * Crime reports on their whole way, from receipt to the final decision, each step by the post that
 * may.
 */
@NullMarked
package haicap.casework.reports;

import org.jspecify.annotations.NullMarked;
