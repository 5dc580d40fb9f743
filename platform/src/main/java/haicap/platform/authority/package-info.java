/** Who may do what, by dated rules: one question, one answer that names its rule. */
@NullMarked
package haicap.platform.authority;

import org.jspecify.annotations.NullMarked;
