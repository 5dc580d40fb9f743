/**
 * The local PostgreSQL: unpacked, initialised and run as a process of its own, durable as in
 * earnest.
 */
@NullMarked
package haicap.local.postgres;

import org.jspecify.annotations.NullMarked;
