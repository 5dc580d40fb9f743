/**
 * What a part of the local system is: its port, its process, its files and how one knows that it is
 * ready.
 */
@NullMarked
package haicap.local.parts;

import org.jspecify.annotations.NullMarked;
