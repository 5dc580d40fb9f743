/**
 * The demo identity: a small authorization server whose clients are the officers and systems of the
 * seeds.
 */
@NullMarked
package haicap.local.identity;

import org.jspecify.annotations.NullMarked;
