/** {@code /status}: how the system is, for people; what operators' tools measure anyway. */
@NullMarked
package haicap.gateway.status;

import org.jspecify.annotations.NullMarked;
