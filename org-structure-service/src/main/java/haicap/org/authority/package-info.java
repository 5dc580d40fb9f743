/** Rules of authority: the register, who changes it, and what it answers. */
@NullMarked
package haicap.org.authority;

import org.jspecify.annotations.NullMarked;
