/**
 * Functions of the police: who performs which, since when, by which decision; and what is amiss.
 */
@NullMarked
package haicap.org.functions;

import org.jspecify.annotations.NullMarked;
