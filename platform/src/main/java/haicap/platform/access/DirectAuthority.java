package haicap.platform.access;

import haicap.platform.orgcopy.HeldPost;
import haicap.platform.peers.Peers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Asks org-structure itself which posts an officer holds, while the local copy is too old. Whatever
 * org-structure does, it holds up little here: few requests wait for it at a time, none longer than
 * {@link #LIMIT}, and after a failure nobody asks for a while. Safe for all threads.
 */
@Component
class DirectAuthority {

    private record Authority(List<HeldPost> posts) {}

    private record Heard(List<HeldPost> posts, long atNanos) {

        boolean isWithin(Duration age) {
            return System.nanoTime() - atNanos < age.toNanos();
        }
    }

    /** A request that waits for an answer goes on without it after this time. */
    static final Duration LIMIT = Duration.ofMillis(1_500);

    /** Of a service's request threads, that many may wait. */
    static final int WAITING = 12;

    private static final Logger log = LoggerFactory.getLogger(DirectAuthority.class);
    private static final String SOURCE = "org-structure";
    private static final int ASKED_AT_ONCE = 6;
    private static final Duration SERVES_DECISIONS = Duration.ofSeconds(1);
    private static final Duration SERVES_STREAMS = Duration.ofSeconds(5);
    private static final Duration REST_AFTER_FAILURE = Duration.ofSeconds(2);
    private static final int REMEMBERED_AT_MOST = 10_000;

    private final Peers peers;
    private final boolean isSource;
    private final Map<String, Heard> answers = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<List<HeldPost>>> asking = new ConcurrentHashMap<>();
    private final Semaphore waiting = new Semaphore(WAITING);
    private final Semaphore lines = new Semaphore(ASKED_AT_ONCE);
    private volatile long restsUntilNanos = System.nanoTime();

    DirectAuthority(Peers peers, @Value("${haicap.service}") String service) {
        this.peers = peers;
        this.isSource = service.equals(SOURCE);
    }

    /** The posts held now; null when org-structure does not answer in time. */
    @Nullable List<HeldPost> postsHeldBy(String serviceNumber) {
        var heard = answers.get(serviceNumber);
        if (heard != null && heard.isWithin(SERVES_DECISIONS)) {
            return heard.posts;
        }
        if (isSource || !waiting.tryAcquire()) {
            return null;
        }
        try {
            var question = question(serviceNumber);
            return question.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } finally {
            waiting.release();
        }
    }

    /**
     * The posts held some seconds ago, for streams, which ask again and again: it never waits.
     * However many streams an officer has, org-structure is asked once in {@link #SERVES_STREAMS}.
     * Null when nothing was heard of late.
     */
    @Nullable List<HeldPost> postsHeardOf(String serviceNumber) {
        var heard = answers.get(serviceNumber);
        if (!isSource && (heard == null || !heard.isWithin(SERVES_STREAMS))) {
            question(serviceNumber);
        }
        return heard != null && heard.isWithin(SERVES_STREAMS.multipliedBy(2)) ? heard.posts : null;
    }

    /** The question that is under way, or a new one; one that cannot be asked has failed. */
    private CompletableFuture<List<HeldPost>> question(String serviceNumber) {
        var mine = new CompletableFuture<List<HeldPost>>();
        var earlier = asking.putIfAbsent(serviceNumber, mine);
        if (earlier != null) {
            return earlier;
        }
        if (System.nanoTime() - restsUntilNanos < 0 || !lines.tryAcquire()) {
            asking.remove(serviceNumber, mine);
            mine.completeExceptionally(new IllegalStateException("nobody may ask now"));
            return mine;
        }
        var thread = Thread.ofVirtual().name("authority").unstarted(() -> ask(serviceNumber, mine));
        mine.orTimeout(LIMIT.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((posts, failure) -> thread.interrupt());
        thread.start();
        return mine;
    }

    private void ask(String serviceNumber, CompletableFuture<List<HeldPost>> question) {
        try {
            var authority =
                    peers.ask(
                            SOURCE,
                            client ->
                                    client.get()
                                            .uri(
                                                    "/internal/authority?serviceNumber={number}",
                                                    serviceNumber)
                                            .retrieve()
                                            .body(Authority.class));
            remember(serviceNumber, authority.posts);
            question.complete(authority.posts);
        } catch (RuntimeException e) {
            log.debug("org-structure does not say who holds what: {}", e.toString());
            restsUntilNanos = System.nanoTime() + REST_AFTER_FAILURE.toNanos();
            question.completeExceptionally(e);
        } finally {
            asking.remove(serviceNumber, question);
            lines.release();
        }
    }

    private void remember(String serviceNumber, List<HeldPost> posts) {
        if (answers.size() > REMEMBERED_AT_MOST) {
            answers.clear();
        }
        answers.put(serviceNumber, new Heard(posts, System.nanoTime()));
    }
}
