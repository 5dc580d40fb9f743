package haicap.local.system;

import haicap.local.api.Api;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/**
 * Lets the parts do real work before the first person waits for it: a fixed number of reads through
 * the gateway, and of writes that the domain refuses at the end of their way, so that they leave
 * nothing behind but the memory of the refusal under their key. One caller goes first, so that what
 * is cold is gone through once and not by many at the same time. No answer is looked at; who asks
 * is spread so that no limit is touched.
 */
final class WarmUp {

    private static final int ROUNDS = 2;
    private static final Duration LONGEST = Duration.ofSeconds(8);
    private static final List<String> CALLERS = List.of("director", "chief-00004", "officer-00004");
    private static final List<String> READS =
            List.of(
                    "/api/v1/units?tier=COMMUNE&limit=50",
                    "/api/v1/units/00004-20250701",
                    "/api/v1/units/00004-20250701/lineage",
                    "/api/v1/crime-reports?limit=10",
                    "/api/v1/obstacles/none",
                    "/api/v1/feed/city",
                    "/api/v1/feed/units/00004-20250701");
    private static final Map<String, String> REFUSED_WRITES =
            Map.of(
                    "/api/v1/crime-reports",
                    """
                    {"occurredOn": "2020-01-01", "receivedAt": "1999-01-01T00:00:00Z",
                     "category": "SO", "channel": "PHONE", "summary": "khởi động"}\
                    """,
                    "/api/v1/obstacles",
                    """
                    {"field": "GENERAL", "severity": "LOW", "description": "khởi động",
                     "askedOf": "none"}\
                    """);

    private final Api api;

    WarmUp(Api api) {
        this.api = api;
    }

    void work() throws InterruptedException {
        var until = Instant.now().plus(LONGEST);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(requestsOf(CALLERS.getFirst()));
            for (var round = 0; round < ROUNDS && Instant.now().isBefore(until); round++) {
                threads.invokeAll(
                        CALLERS.stream().flatMap(caller -> requestsOf(caller).stream()).toList());
            }
        }
    }

    private List<Callable<Integer>> requestsOf(String caller) {
        var requests = new ArrayList<Callable<Integer>>();
        for (var path : READS) {
            requests.add(() -> read(caller, path));
        }
        REFUSED_WRITES.forEach((path, body) -> requests.add(() -> write(caller, path, body)));
        return requests;
    }

    private int read(String caller, String path) throws IOException, InterruptedException {
        return api.get(caller, path).statusCode();
    }

    private int write(String caller, String path, String body)
            throws IOException, InterruptedException {
        return api.post(caller, path, UUID.randomUUID().toString(), body, Map.of()).statusCode();
    }
}
