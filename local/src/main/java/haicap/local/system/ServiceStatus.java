package haicap.local.system;

import java.util.List;

/** What a service tells of itself, as far as it concerns us. */
public record ServiceStatus(
        long orgCopyAgeMillis,
        long outboxUnsent,
        double outboxOldestSeconds,
        boolean relayHolder,
        List<Lag> lag,
        List<Gap> gaps,
        long parked) {

    /** How many messages of one partition are still to be applied. */
    public record Lag(String feed, String topic, int partition, long messages) {}

    /** What a feed has missed and not yet been told anew. */
    public record Gap(String feed, String topic, int partition, String since, String reason) {}

    /** All messages that are still to be applied. */
    public long behind() {
        return lag.stream().mapToLong(Lag::messages).sum();
    }

    boolean caughtUp() {
        return outboxUnsent == 0 && behind() == 0;
    }
}
