/** What the gateway itself shows to everybody: which headers guard it, and how long it is kept. */
@NullMarked
package haicap.gateway.pages;

import org.jspecify.annotations.NullMarked;
