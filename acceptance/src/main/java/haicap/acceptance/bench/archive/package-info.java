/** A city's files of many years: how fast reporting takes them in, makes them anew, counts them. */
@NullMarked
package haicap.acceptance.bench.archive;

import org.jspecify.annotations.NullMarked;
