package haicap.platform.inbox;

/**
 * A topic that a feed hears.
 *
 * @param owner the part that tells on it, of which a re-announcement is asked; its name among the
 *     peers
 */
public record Subscription(String topic, String owner) {}
