package haicap.casework.reports;

import static haicap.casework.testing.Bodies.ruling;
import static haicap.casework.testing.Caller.holding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import haicap.casework.testing.CaseService;
import haicap.casework.testing.Hanoi;
import haicap.platform.retention.RecordClass;
import haicap.platform.writes.Locks;
import haicap.platform.writes.Writes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionTemplate;

class EndedReportTextsTest {

    private final RecordClass texts = CaseService.bean("crimeReportTexts", RecordClass.class);

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
        var report = Reports.refused().at("/id");
        for (var order :
                new String[] {
                    "UPDATE history SET ground = NULL, note = NULL WHERE file_id = ?",
                    "UPDATE history SET by_officer = 'x' WHERE file_id = ?",
                    "DELETE FROM history WHERE file_id = ?"
                }) {
            assertThatThrownBy(() -> CaseService.jdbc().sql(order).param(report).update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("append-only");
        }
    }

    @Test
    void whatIsDueIsFoundByTheIndexOnWhenItEnded() {
        var plan =
                CaseService.bean(TransactionTemplate.class)
                        .execute(status -> {
                            // a table of few rows is read or sorted whole unless it must not be
                            for (var whole : List.of("seqscan", "bitmapscan", "sort")) {
                                CaseService.jdbc()
                                        .sql("SET LOCAL enable_%s = off".formatted(whole))
                                        .update();
                            }
                            return CaseService.jdbc()
                                    .sql("EXPLAIN " + EndedReportTexts.FILES.search())
                                    .param("age", Duration.ofDays(7305).toSeconds())
                                    .param("some", 50)
                                    .query(String.class)
                                    .list();
                        });

        assertThat(plan)
                .anyMatch(line -> line.contains("crime_report_ended on crime_report"))
                .anyMatch(line -> line.matches(".*Index Cond: .*ended_at < .*"))
                .noneMatch(line -> line.contains("Sort"));
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
        var refused = Reports.refused();
        assertThat(hasEnded(refused.at("/id"))).isFalse();
        var sent = Reports.decide(head, refused, "duties/decision-dispatch/completion", ruling());
        assertThat(hasEnded(refused.at("/id"))).isFalse();
        Reports.decide(head, sent, "duties/reporter-notice/completion", ruling());
        assertThat(hasEnded(refused.at("/id"))).isTrue();
    }

    /** Piece by piece, for other tests have left many. */
    private void disposeOfAllThatIsEnded() {
        while (texts.due(Duration.ZERO) > 0) {
            texts.dispose(Duration.ZERO, 1_000);
        }
    }

    private static String ended() {
        var head = holding(Hanoi.PC01_HEAD);
        var refused = Reports.refused();
        var sent = Reports.decide(head, refused, "duties/decision-dispatch/completion", ruling());
        Reports.decide(head, sent, "duties/reporter-notice/completion", ruling());
        return refused.at("/id");
    }

    private static boolean hasEnded(String id) {
        return one("SELECT (ended_at IS NOT NULL)::text FROM crime_report WHERE id = ?", id)
                .equals("true");
    }

    private static String summary(String id) {
        return one("SELECT summary FROM crime_report WHERE id = ?", id);
    }

    private static long texts(String id) {
        return Long.parseLong(
                one("SELECT count(ground) + count(note) FROM history WHERE file_id = ?", id));
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
                SELECT (to_jsonb(r) - 'summary' - 'text_erased_at')::text
                FROM crime_report r WHERE id = ?
                """,
                id);
    }

    private static String one(String sql, String id) {
        return CaseService.jdbc().sql(sql).param(id).query(String.class).single();
    }
}
