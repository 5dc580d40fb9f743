/** A headless browser, driven over its own debugging protocol. */
@NullMarked
package haicap.acceptance.browser;

import org.jspecify.annotations.NullMarked;
