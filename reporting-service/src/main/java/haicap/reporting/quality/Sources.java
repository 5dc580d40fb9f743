package haicap.reporting.quality;

import haicap.platform.inbox.InboxPositions;
import haicap.platform.peers.Peers;
import haicap.platform.problems.Refusal;
import haicap.platform.recount.Part;
import haicap.reporting.facts.Arrival;
import haicap.reporting.files.CountedKind;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.UriBuilder;

/** Asks the sources for recounts, and waits until this service has heard of all that they hold. */
@Component
class Sources {

    private static final Logger log = LoggerFactory.getLogger(Sources.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(10);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final Peers peers;
    private final InboxPositions positions;

    Sources(Peers peers, InboxPositions positions) {
        this.peers = peers;
        this.positions = positions;
    }

    /** The sums of all units; everything in them has been heard of here when this returns. */
    SourceSums sums(CountedKind source, Instant at, Patience patience) {
        var sums =
                ask(
                        source,
                        client ->
                                client.get()
                                        .uri(
                                                "/internal/recount?at={at}&kind={kind}&within={within}",
                                                at,
                                                source.name(),
                                                patience.left())
                                        .retrieve()
                                        .body(SourceSums.class));
        awaitHeard(source, sums.endOffsets(), patience);
        return sums;
    }

    /** Some files of a unit; everything in them has been heard of here when this returns. */
    SourceFiles files(CountedKind source, String unitId, Instant at, Part part, Patience patience) {
        var files =
                ask(
                        source,
                        client ->
                                client.get()
                                        .uri(uri ->
                                                address(uri, source, unitId, at, part, patience))
                                        .retrieve()
                                        .body(SourceFiles.class));
        awaitHeard(source, files.endOffsets(), patience);
        return files;
    }

    private static URI address(
            UriBuilder uri,
            CountedKind source,
            String unitId,
            Instant at,
            Part part,
            Patience patience) {
        uri.path("/internal/recount")
                .queryParam("at", at)
                .queryParam("kind", source.name())
                .queryParam("unitId", unitId)
                .queryParam("within", patience.left())
                .queryParamIfPresent("upTo", Optional.ofNullable(part.upTo()));
        if (!part.after().isEmpty()) {
            uri.queryParam("after", part.after());
        }
        return uri.build();
    }

    private <T> T ask(CountedKind source, Function<RestClient, @Nullable T> question) {
        try {
            return peers.call(source.service(), question);
        } catch (RuntimeException e) {
            log.warn("{} does not recount: {}", source.service(), e.toString());
            throw Refusal.unavailable("source-unavailable", RETRY_AFTER);
        }
    }

    private void awaitHeard(CountedKind source, Map<Integer, Long> endOffsets, Patience patience) {
        long deadline = System.nanoTime() + patience.left().toNanos();
        while (!hasHeard(source, endOffsets)) {
            if (System.nanoTime() - deadline > 0) {
                throw Refusal.unavailable("inbox-behind", RETRY_AFTER);
            }
            try {
                TimeUnit.NANOSECONDS.sleep(LOOK_EVERY.toNanos());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw Refusal.unavailable("inbox-behind", RETRY_AFTER);
            }
        }
    }

    private boolean hasHeard(CountedKind source, Map<Integer, Long> endOffsets) {
        var heard = positions.of(Arrival.FEED, source.topic());
        return endOffsets.entrySet().stream()
                .allMatch(end -> heard.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }
}
