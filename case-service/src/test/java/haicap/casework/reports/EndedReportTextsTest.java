package haicap.casework.reports;

import static haicap.casework.testing.Bodies.ruling;
import static haicap.casework.testing.Caller.holding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import haicap.casework.testing.CaseService;
import haicap.casework.testing.Hanoi;
import haicap.platform.retention.RecordClass;
import haicap.platform.retention.Retained;
import haicap.platform.writes.Locks;
import haicap.platform.writes.Writes;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

class EndedReportTextsTest {

    private final RecordClass texts = CaseService.bean("crimeReports", Retained.class).retained();

    @Test
    void theTextsOfAnEndedReportAreErasedAndItsSkeletonStays() {
        var ended = ended();
        var before = standing(ended);

        disposeOfAllThatIsEnded();

        assertThat(summary(ended)).isEmpty();
        assertThat(texts(ended)).isZero();
        assertThat(standing(ended)).isEqualTo(before);
    }

    @Test
    void whatKeysRememberAboutAReportIsErasedWithItsTexts() {
        var ended = ended();
        assertThat(remembered(ended)).contains("Mất xe máy");

        disposeOfAllThatIsEnded();

        assertThat(remembered(ended)).isEmpty();
    }

    @Test
    void whatIsOpenYoungOrHeldKeepsItsTexts() {
        var open = Reports.received().at("/id");
        var held = ended();
        CaseService.jdbc()
                .sql(
                        """
                        INSERT INTO legal_hold
                            (id, subject, decision_number, held_at, by_post, by_officer)
                        VALUES ('lh-' || :id, :id, '1/QĐ', now(), 'director', 'HN-1')
                        """)
                .param("id", held)
                .update();

        disposeOfAllThatIsEnded();

        assertThat(summary(open)).isNotEmpty();
        assertThat(summary(held)).isNotEmpty();
        var young = ended();
        assertThat(texts.dispose(Duration.ofDays(365_000), 1_000)).isZero();
        assertThat(summary(young)).isNotEmpty();
    }

    @Test
    void theHistoryOfAnyOtherReportCannotBeChanged() {
        var report = Reports.notInstituted().at("/id");
        for (var order :
                new String[] {
                    "UPDATE record_history SET texts = '{}' WHERE record_id = ?",
                    "UPDATE record_history SET by_officer = 'x' WHERE record_id = ?",
                    "DELETE FROM record_history WHERE record_id = ?"
                }) {
            assertThatThrownBy(() -> CaseService.jdbc().sql(order).param(report).update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("append-only");
        }
    }

    /** Another writer's transaction stands open meanwhile. */
    @Test
    void whoWritesAboutAnotherReportAndRetentionDoNotWaitForEachOther() {
        var ended = ended();
        var writes = CaseService.bean(Writes.class);

        writes.run(
                Locks.on("another-report"),
                () ->
                        CompletableFuture.runAsync(this::disposeOfAllThatIsEnded)
                                .orTimeout(20, TimeUnit.SECONDS)
                                .thenApply(done -> true)
                                .join());

        assertThat(summary(ended)).isEmpty();
    }

    @Test
    void anEndIsWrittenWhenNothingIsOwedAnyMore() {
        var head = holding(Hanoi.PC01_HEAD);
        var ended = Reports.notInstituted();
        assertThat(hasEnded(ended.at("/id"))).isFalse();
        var sent = Reports.decide(head, ended, "duties/decision-dispatch/completion", ruling());
        assertThat(hasEnded(ended.at("/id"))).isFalse();
        Reports.decide(head, sent, "duties/reporter-notice/completion", ruling());
        assertThat(hasEnded(ended.at("/id"))).isTrue();
    }

    /** Piece by piece, for other tests have left many. */
    private void disposeOfAllThatIsEnded() {
        while (texts.due(Duration.ZERO) > 0) {
            texts.dispose(Duration.ZERO, 1_000);
        }
    }

    private static String ended() {
        var head = holding(Hanoi.PC01_HEAD);
        var ended = Reports.notInstituted();
        var sent = Reports.decide(head, ended, "duties/decision-dispatch/completion", ruling());
        Reports.decide(head, sent, "duties/reporter-notice/completion", ruling());
        return ended.at("/id");
    }

    private static boolean hasEnded(String id) {
        return one("SELECT (ended_at IS NOT NULL)::text FROM record WHERE id = ?", id)
                .equals("true");
    }

    private static String summary(String id) {
        return one("SELECT coalesce(texts->>'summary', '') FROM record WHERE id = ?", id);
    }

    private static long texts(String id) {
        return Long.parseLong(
                one(
                        "SELECT count(*) FROM record_history WHERE record_id = ? AND texts <> '{}'",
                        id));
    }

    private static String remembered(String id) {
        return one(
                """
                SELECT coalesce(string_agg(convert_from(body, 'UTF8'), ' '), '')
                FROM idempotency WHERE subject = ?
                """,
                id);
    }

    private static String standing(String id) {
        return one(
                """
                SELECT (to_jsonb(r) - 'texts' - 'erased_at')::text
                FROM record r WHERE id = ?
                """,
                id);
    }

    private static String one(String sql, String id) {
        return CaseService.jdbc().sql(sql).param(id).query(String.class).single();
    }
}
