package haicap.platform.events;

/**
 * The body of an event as a consumer reads it.
 *
 * @param isAnnouncedAnew whether nothing happened: a re-announcement, which is never told
 * @param state the whole public state after the event, as far as its type has fields for it
 */
public record EventBody<T>(boolean isAnnouncedAnew, T state) {}
