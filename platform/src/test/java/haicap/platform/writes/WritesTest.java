package haicap.platform.writes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import haicap.platform.events.Version;
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
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
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
                        TestPostgres.database(),
                        "one",
                        Map.of(
                                "haicap.orgcopy.feed",
                                "false",
                                "spring.flyway.locations",
                                "classpath:db/platform,classpath:db/orgcopy,classpath:db/slow"));
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

    /** An index on ten million rows takes longer than any request may. */
    @Test
    void migrationsAreNotLimitedInTimeAndWhoServesIs() {
        var during = jdbc.queryForMap("SELECT * FROM limits_of_a_migration");

        assertThat(during).containsEntry("statement", "0").containsEntry("idle", "0");
        for (int i = 0; i < 12; i++) {
            assertThat(jdbc.queryForObject("SHOW statement_timeout", String.class))
                    .isEqualTo("15s");
        }
    }

    @Test
    void keysAreForgottenInOneTurnHoweverManyArePastTheirTerm() {
        jdbc.update(
                """
                INSERT INTO idempotency
                    (caller, post, key, fingerprint, status, media_type, body, recorded_at)
                SELECT 'past', '', n::text, '', 200, 'application/json', '', now() - interval '8 days'
                FROM generate_series(1, 7500) AS n
                """);

        service.getBean(IdempotencyCleanup.class).forget();

        assertThat(
                        jdbc.queryForObject(
                                "SELECT count(*) FROM idempotency WHERE caller = 'past'",
                                Integer.class))
                .isZero();
    }

    @Test
    void aKeyThatIsPastItsTermIsNotAskedAnyMore() {
        var request = request(UUID.randomUUID().toString(), "body");
        writes.answer(request, Locks.on("a"), this::insert);
        jdbc.update(
                "UPDATE idempotency SET recorded_at = now() - interval '8 days' WHERE key = ?",
                request.key());

        writes.answer(request, Locks.on("a"), this::insert);
        writes.answer(request, Locks.on("a"), this::insert);

        assertThat(things()).isEqualTo(2);
    }

    @Test
    void anAnswerIsErasedWithItsThingAndItsRequestIsNotCarriedOutAgain() {
        var request = request(UUID.randomUUID().toString(), "body");
        Supplier<Answer> make =
                () -> {
                    insert();
                    return Answer.created("/things/t-1", new Version(1, 1), "a text");
                };
        writes.answer(request, Locks.on("a"), make);

        service.getBean(RememberedAnswers.class).eraseAbout("t-1");

        assertThatThrownBy(() -> writes.answer(request, Locks.on("a"), make))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("answer-erased"));
        assertThat(things()).isEqualTo(1);
    }

    @Test
    void anOrderOfSeveralStepsIsResumedByTheSameRequestAfterACrashAndByNoOther() {
        var request = request(UUID.randomUUID().toString(), "file");
        assertThatThrownBy(() ->
                        writes.inSteps(
                                request,
                                claim -> {
                                    claim.step(Locks.on("a"), this::insert);
                                    throw new AssertionError("the process ends here");
                                }))
                .isInstanceOf(AssertionError.class);

        assertRefused(
                "idempotency-key-reused",
                () -> writes.inSteps(request(request.key(), "another"), claim -> lastStep(claim)));
        assertRefused("idempotency-key-busy", () -> writes.inSteps(request, this::lastStep));
        jdbc.update("UPDATE idempotency SET held_until = now() WHERE key = ?", request.key());

        assertThat(writes.inSteps(request, this::lastStep).status()).isEqualTo(200);
        assertThat(writes.inSteps(request, this::lastStep).status()).isEqualTo(200);
        assertThat(things()).isEqualTo(2);
    }

    @Test
    void whoLostItsClaimWritesNothingMore() {
        var request = request(UUID.randomUUID().toString(), "file");

        assertRefused(
                "idempotency-key-busy",
                () ->
                        writes.inSteps(
                                request,
                                slow -> {
                                    jdbc.update(
                                            "UPDATE idempotency SET held_until = now() WHERE key = ?",
                                            request.key());
                                    writes.inSteps(request, this::lastStep);
                                    return slow.step(Locks.on("a"), this::insert);
                                }));

        assertThat(things()).isEqualTo(1);
    }

    @Test
    void aStepThatIsRefusedLeavesTheClaimForTheNextTry() {
        var request = request(UUID.randomUUID().toString(), "file");
        assertRefused(
                "overtaken",
                () ->
                        writes.inSteps(
                                request,
                                claim ->
                                        claim.step(
                                                Locks.none(),
                                                () -> {
                                                    throw Refusal.conflict("overtaken", Map.of());
                                                })));

        assertThat(writes.inSteps(request, this::lastStep).status()).isEqualTo(200);
    }

    @Test
    void howeverManyThingsAreNamedATransactionHoldsFewLocksOfTheServer() {
        var many = Locks.on(IntStream.range(0, 21_000).mapToObj(i -> "v-" + i).toList());

        assertThat(writes.run(many, this::heldLocks)).isEqualTo(1);
        assertThat(writes.run(Locks.on("a", "b"), this::heldLocks)).isEqualTo(3);
    }

    private int heldLocks() {
        return jdbc.queryForObject(
                """
                SELECT count(*) FROM pg_locks
                WHERE locktype = 'advisory' AND pid = pg_backend_pid()
                """,
                Integer.class);
    }

    private Answer lastStep(Claim claim) {
        return claim.answer(Locks.on("a"), this::insert);
    }

    private static void assertRefused(String code, ThrowingCallable order) {
        assertThatThrownBy(order)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
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
                null,
                Locale.ENGLISH,
                java.util.List.of());
    }
}
