package haicap.gateway.status;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/** What an instance says of itself at its management port, as far as people are told. */
@JsonIgnoreProperties(ignoreUnknown = true)
record Told(
        long orgCopyAgeMillis,
        long outboxUnsent,
        double outboxOldestSeconds,
        List<Lag> lag,
        List<Gap> gaps,
        long parked) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Lag(long messages) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Gap(String feed) {}

    /** Messages that this instance has still to apply. */
    long behind() {
        return lag.stream().mapToLong(Lag::messages).sum();
    }
}
