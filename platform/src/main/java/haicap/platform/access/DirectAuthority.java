package haicap.platform.access;

import haicap.platform.orgcopy.HeldPost;
import haicap.platform.peers.Peers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks org-structure itself which posts an officer holds, while the local copy is too old. An
 * answer serves for a second.
 */
@Component
class DirectAuthority {

    private record Authority(List<HeldPost> posts) {}

    private record Remembered(List<HeldPost> posts, long untilNanos) {}

    private static final Logger log = LoggerFactory.getLogger(DirectAuthority.class);
    private static final long SERVES_NANOS = Duration.ofSeconds(1).toNanos();
    private static final int REMEMBERED_AT_MOST = 10_000;

    private final Peers peers;
    private final Map<String, Remembered> answers = new ConcurrentHashMap<>();

    DirectAuthority(Peers peers) {
        this.peers = peers;
    }

    /** The posts held now; null when org-structure does not answer. */
    @Nullable List<HeldPost> postsHeldBy(String serviceNumber) {
        var remembered = answers.get(serviceNumber);
        if (remembered != null && System.nanoTime() - remembered.untilNanos < 0) {
            return remembered.posts;
        }
        try {
            var authority =
                    peers.call(
                            "org-structure",
                            client ->
                                    client.get()
                                            .uri(
                                                    "/internal/authority?serviceNumber={number}",
                                                    serviceNumber)
                                            .retrieve()
                                            .body(Authority.class));
            if (answers.size() > REMEMBERED_AT_MOST) {
                answers.clear();
            }
            answers.put(
                    serviceNumber,
                    new Remembered(authority.posts, System.nanoTime() + SERVES_NANOS));
            return authority.posts;
        } catch (RuntimeException e) {
            log.debug("org-structure does not say who holds what: {}", e.toString());
            return null;
        }
    }
}
