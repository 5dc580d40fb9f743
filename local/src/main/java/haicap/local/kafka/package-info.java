/** The local broker: one durable KRaft node in a JVM of its own. */
@NullMarked
package haicap.local.kafka;

import org.jspecify.annotations.NullMarked;
