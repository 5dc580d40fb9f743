package haicap.casework.reports;

import static haicap.casework.testing.Bodies.intake;
import static haicap.casework.testing.Bodies.with;
import static haicap.casework.testing.Caller.holding;
import static org.assertj.core.api.Assertions.assertThat;

import haicap.casework.testing.Caller;
import haicap.casework.testing.Caller.Answered;
import haicap.casework.testing.CaseService;
import haicap.casework.testing.Hanoi;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IdempotencyTest {

    private final Caller duty = holding(Hanoi.DUTY);

    @Test
    void oneKeyMakesOneReportHoweverManyAskAtOnce() throws Exception {
        var key = UUID.randomUUID().toString();
        var body = intake();
        var before = count();

        var answers = atOnce(16, () -> duty.postUnder(key, Reports.PATH, body));
        var settled = duty.postUnder(key, Reports.PATH, body);

        assertThat(answers).extracting(Answered::status).containsAnyOf(201).isSubsetOf(201, 409);
        assertThat(settled.status()).isEqualTo(201);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 201)
                .allSatisfy(answer -> assertThat(answer.at("/id")).isEqualTo(settled.at("/id")));
        assertThat(count()).isEqualTo(before + 1);
    }

    @Test
    void theSameKeyIsAnsweredTheSameToTheByte() {
        var key = UUID.randomUUID().toString();
        var body = intake();

        var first = duty.postUnder(key, Reports.PATH, body);
        var again = duty.postUnder(key, Reports.PATH, body);

        assertThat(again.response().body()).isEqualTo(first.response().body());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
    }

    @Test
    void aKeyThatComesWithAnotherBodyIsRefused() {
        var key = UUID.randomUUID().toString();
        duty.postUnder(key, Reports.PATH, intake());

        var other = duty.postUnder(key, Reports.PATH, with(intake(), "category", "DR"));

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.at("/code")).isEqualTo("idempotency-key-reused");
    }

    @Test
    void aKeyBelongsToItsCaller() {
        var key = UUID.randomUUID().toString();
        var body = intake();

        var ours = duty.postUnder(key, Reports.PATH, body);
        var theirs = holding(Hanoi.OTHER_DUTY).postUnder(key, Reports.PATH, body);

        assertThat(theirs.status()).isEqualTo(201);
        assertThat(theirs.at("/id")).isNotEqualTo(ours.at("/id"));
    }

    @Test
    void theSameKeyFromAnotherPostIsAnotherRequest() {
        var officer = Caller.officer(Hanoi.DUTY_IN_BOTH);
        var key = UUID.randomUUID().toString();
        var body = intake();

        var here = officer.postUnder(key, Reports.PATH, body, "Acting-Post", Hanoi.ITS_BA_DINH);
        var there = officer.postUnder(key, Reports.PATH, body, "Acting-Post", Hanoi.ITS_HOAN_KIEM);
        var again = officer.postUnder(key, Reports.PATH, body, "Acting-Post", Hanoi.ITS_BA_DINH);

        assertThat(here.at("/unitId")).isEqualTo(Hanoi.BA_DINH);
        assertThat(there.at("/unitId")).isEqualTo(Hanoi.HOAN_KIEM);
        assertThat(again.at("/id")).isEqualTo(here.at("/id"));
    }

    @Test
    void anOnlyPostIsTheSameWhetherItIsNamedOrNot() {
        var key = UUID.randomUUID().toString();
        var body = intake();

        var unnamed = duty.postUnder(key, Reports.PATH, body);
        var named = duty.postUnder(key, Reports.PATH, body, "Acting-Post", Hanoi.DUTY);

        assertThat(named.at("/id")).isEqualTo(unnamed.at("/id"));
    }

    @Test
    void everyWriteNeedsAKey() {
        var answer = duty.postWithoutKey(Reports.PATH, intake());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/errors/0/code")).isEqualTo("idempotency-key-missing");
    }

    @Test
    void aTransitionHappensOnceUnderItsKeyEvenThoughTheVersionMovedOn() {
        var chief = holding(Hanoi.CHIEF);
        var report = Reports.received();
        var key = UUID.randomUUID().toString();
        Map<String, Object> decision = haicap.casework.testing.Bodies.classification();
        var path = Reports.path(report) + "/classification";

        var first = chief.postUnder(key, path, decision, "If-Match", report.header("ETag"));
        var again = chief.postUnder(key, path, decision, "If-Match", report.header("ETag"));

        assertThat(first.status()).isEqualTo(200);
        assertThat(again.response().body()).isEqualTo(first.response().body());
        assertThat(chief.get(Reports.path(report)).header("ETag")).isEqualTo("\"1-2\"");
    }

    private static long count() {
        return CaseService.jdbc().sql("SELECT count(*) FROM record").query(Long.class).single();
    }

    private static <T> List<T> atOnce(int times, Callable<T> call) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running =
                    threads.invokeAll(
                            IntStream.range(0, times).<Callable<T>>mapToObj(i -> call).toList());
            return running.stream().map(IdempotencyTest::result).toList();
        }
    }

    private static <T> T result(Future<T> future) {
        return future.resultNow();
    }
}
