package haicap.platform.inbox;

import haicap.platform.peers.Peers;
import haicap.platform.problems.Outages;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Asks the owner of a topic to name everything anew, as long as a feed has a gap in it. */
@Component
class AskForReannouncements {

    private static final Logger log = LoggerFactory.getLogger(AskForReannouncements.class);
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(10);
    private static final Duration UNDER_WAY_AT_MOST = Duration.ofMinutes(10);

    private final Map<String, String> owners = new HashMap<>();
    private final Gaps gaps;
    private final Peers peers;

    AskForReannouncements(List<EventConsumer<?>> feeds, Gaps gaps, Peers peers) {
        this.gaps = gaps;
        this.peers = peers;
        for (var feed : feeds) {
            feed.subscriptions().forEach(each -> owners.put(each.topic(), each.owner()));
        }
    }

    @Scheduled(fixedDelayString = "PT2S", initialDelayString = "PT1S")
    void ask() {
        try {
            gaps.toAsk(AGAIN_AFTER, UNDER_WAY_AT_MOST).forEach(this::ask);
        } catch (RuntimeException e) {
            if (!Outages.isOutage(e)) {
                throw e;
            }
            log.debug("gaps cannot be read: {}", e.toString());
        }
    }

    private void ask(String topic) {
        var owner = owners.getOrDefault(topic, "nobody");
        try {
            peers.call(
                    owner,
                    client ->
                            client.post()
                                    .uri("/internal/reannouncements")
                                    .retrieve()
                                    .toBodilessEntity());
            log.info("{} was asked to name everything of {} anew", owner, topic);
        } catch (RuntimeException e) {
            log.warn("{} does not name {} anew yet: {}", owner, topic, e.toString());
        }
    }
}
