package haicap.platform.streams;

import org.jspecify.annotations.Nullable;

/**
 * One server-sent event.
 *
 * @param id its position, by which a client resumes; null for what is no part of the order
 * @param name the event's name
 * @param data one line of JSON
 */
public record StreamEvent(@Nullable String id, String name, String data) {}
