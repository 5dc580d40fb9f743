/**
 * Time limits of the law: dated rules and a calendar of days off make due instants that explain
 * themselves.
 */
@NullMarked
package haicap.platform.deadlines;

import org.jspecify.annotations.NullMarked;
