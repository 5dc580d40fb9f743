package haicap.platform.writes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import haicap.platform.problems.Refusal;
import haicap.platform.testing.TestPostgres;
import haicap.platform.testing.TestService;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

class WritesTest {

    private static ConfigurableApplicationContext service;
    private static Writes writes;
    private static JdbcTemplate jdbc;

    @BeforeAll
    static void start() {
        service =
                TestService.start(
                        TestPostgres.database(), "one", Map.of("haicap.orgcopy.feed", "false"));
        writes = service.getBean(Writes.class);
        jdbc = service.getBean(JdbcTemplate.class);
        jdbc.execute("CREATE TABLE thing (id text)");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void empty() {
        jdbc.execute("TRUNCATE thing");
    }

    @Test
    void oneKeyMakesOneThingHoweverManyComeAtOnce() throws Exception {
        var request = request(UUID.randomUUID().toString(), "body");
        var ready = new CountDownLatch(16);
        var busy = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 16)
                    .forEach(i ->
                            threads.submit(() -> {
                                ready.countDown();
                                ready.await();
                                try {
                                    return writes.answer(request, Locks.on("a"), this::insert);
                                } catch (Refusal refusal) {
                                    assertThat(refusal.code()).isEqualTo("idempotency-key-busy");
                                    return busy.incrementAndGet();
                                }
                            }));
        }
        assertThat(things()).isEqualTo(1);
        var again = writes.answer(request, Locks.on("a"), this::insert);
        assertThat(again.status()).isEqualTo(200);
        assertThat((byte[]) again.body())
                .isEqualTo("{\"made\":true}".getBytes(StandardCharsets.UTF_8));
        assertThat(things()).isEqualTo(1);
    }

    @Test
    void aKeyThatComesWithAnotherBodyIsRefused() {
        var key = UUID.randomUUID().toString();
        writes.answer(request(key, "one"), Locks.on("a"), this::insert);
        assertThatThrownBy(() -> writes.answer(request(key, "other"), Locks.on("a"), this::insert))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> {
                            assertThat(refusal.status()).isEqualTo(422);
                            assertThat(refusal.code()).isEqualTo("idempotency-key-reused");
                        });
        assertThat(things()).isEqualTo(1);
    }

    @Test
    void aRefusalByTheDomainLeavesNothingButItsAnswer() {
        var request = request(UUID.randomUUID().toString(), "body");
        var answer =
                writes.answer(
                        request,
                        Locks.on("a"),
                        () -> {
                            insert();
                            throw Refusal.conflict("already-done", Map.of());
                        });
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.mediaType()).isEqualTo("application/problem+json");
        assertThat(things()).isZero();
        assertThat(writes.answer(request, Locks.on("a"), this::insert).status()).isEqualTo(409);
        assertThat(things()).isZero();
    }

    @Test
    void aStaleVersionIsNotRemembered() {
        var request = request(UUID.randomUUID().toString(), "body");
        assertThatThrownBy(() ->
                        writes.answer(
                                request,
                                Locks.on("a"),
                                () -> {
                                    throw Refusal.stale("\"1-1\"", "\"1-2\"");
                                }))
                .isInstanceOf(Refusal.class);
        assertThat(writes.answer(request, Locks.on("a"), this::insert).status()).isEqualTo(200);
    }

    @Test
    void aDefectRollsEverythingBack() {
        var request = request(UUID.randomUUID().toString(), "body");
        assertThatThrownBy(() ->
                        writes.answer(
                                request,
                                Locks.on("a"),
                                () -> {
                                    insert();
                                    throw new IllegalStateException("a defect");
                                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(things()).isZero();
        assertThat(writes.answer(request, Locks.on("a"), this::insert).status()).isEqualTo(200);
    }

    @Test
    void locksAreRefusedAfterARowWasTouched() {
        assertThatThrownBy(() ->
                        writes.run(
                                Locks.on("a"),
                                () -> {
                                    insert();
                                    return writes.run(Locks.on("b"), () -> true);
                                }))
                .hasMessageContaining("touched a row before it held its locks");
    }

    private Answer insert() {
        jdbc.update("INSERT INTO thing VALUES ('x')");
        return Answer.ok(Map.of("made", true));
    }

    private static int things() {
        return jdbc.queryForObject("SELECT count(*) FROM thing", Integer.class);
    }

    private static WriteRequest request(String key, String body) {
        return new WriteRequest(
                "caller",
                "post",
                key,
                body.getBytes(StandardCharsets.UTF_8),
                null,
                Locale.ENGLISH,
                java.util.List.of());
    }
}
