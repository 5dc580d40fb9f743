package haicap.reporting.facts;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.reporting.feed.LivePicture;
import haicap.reporting.figures.Figure;
import haicap.reporting.figures.Figures;
import haicap.reporting.testing.City;
import haicap.reporting.testing.Reporting;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A unit with a hundred thousand files is merged into another, and many become late at once. */
class ManyFactsTest {

    private static final int MANY = 100_000;
    private static final String GIVER = "11111-20250101";
    private static final String HEIR = "11112-20250101";
    private static final Figure OPEN = Figure.of("obstaclesOpen");
    private static final Figure OVERDUE = Figure.of("obstaclesOverdue");

    private static Reporting reporting;
    private static Instant start;

    @BeforeAll
    static void fill() {
        reporting = Reporting.alone("many");
        start = reporting.clock().instant();
        turnTo(start);
        var due = start.plus(Duration.ofDays(3)).atOffset(ZoneOffset.UTC);
        var jdbc = reporting.jdbc();
        City.unit(jdbc, GIVER, "11111", "COMMUNE", "2025-01-01", null);
        City.unit(jdbc, HEIR, "11112", "COMMUNE", "2025-01-01", null);
        jdbc.update(
                """
                INSERT INTO fact
                    (id, kind, topic, version, unit_id, public, figures, units, since, until, next_at)
                SELECT 'ob-' || n, 'OBSTACLE', 'haicap.inspection.v1', 1, ?, '{}',
                       '{obstaclesOpen,obstaclesOverdue}', '{NULL,NULL}',
                       ARRAY['-infinity', ?::timestamptz], '{infinity,infinity}', ?::timestamptz
                FROM generate_series(1, ?) AS n
                """,
                GIVER,
                due,
                due,
                MANY);
        jdbc.update("INSERT INTO custody VALUES (?, 'OBSTACLE', ?)", GIVER, GIVER);
        jdbc.update(
                "INSERT INTO origin_sum VALUES (?, 'OBSTACLE', 'obstaclesOpen', ?)", GIVER, MANY);
        var figures = "{\"obstaclesOpen\": %d}".formatted(MANY);
        jdbc.update(
                "INSERT INTO unit_figures (unit_id, figures) VALUES (?, ?::jsonb)", GIVER, figures);
        jdbc.update(
                """
                UPDATE picture
                SET city = jsonb_set(
                    city, '{obstaclesOpen}',
                    to_jsonb(coalesce((city ->> 'obstaclesOpen')::bigint, 0) + ?))
                """,
                MANY);
        jdbc.execute("ANALYZE fact");
    }

    @AfterAll
    static void stop() {
        reporting.close();
    }

    @Test
    void aMergerAndADayOnWhichAllBecomeLateLeaveEverySumRight() {
        assertRight(GIVER, MANY, 0);

        reporting
                .jdbc()
                .update(
                        """
                        INSERT INTO org_succession
                            (id, from_unit_id, to_unit_id, object_class, is_default, effective_on,
                             version)
                        VALUES ('merger', ?, ?, 'OBSTACLE', true, ?::date, 1)
                        """,
                        GIVER,
                        HEIR,
                        start.plus(Duration.ofDays(1)).toString().substring(0, 10));
        reporting.jdbc().update("UPDATE org_copy SET generation = generation + 1");
        org.awaitility.Awaitility.await()
                .until(() -> {
                    turnTo(start.plus(Duration.ofDays(2)));
                    return figure(GIVER, OPEN) == 0;
                });
        assertRight(HEIR, MANY, 0);

        turnTo(start.plus(Duration.ofDays(4)));
        assertRight(HEIR, MANY, MANY);
        turnTo(start);
        assertRight(GIVER, MANY, 0);
        System.out.printf(
                "the feed lock was held for %.0f ms at most%n",
                reporting
                        .bean(MeterRegistry.class)
                        .get("haicap.lock.held")
                        .timer()
                        .max(TimeUnit.MILLISECONDS));
    }

    private void assertRight(String unit, long open, long overdue) {
        assertThat(figure(unit, OPEN)).isEqualTo(open);
        assertThat(figure(unit, OVERDUE)).isEqualTo(overdue);
        var picture = reporting.bean(LivePicture.class).whole();
        var counted = reporting.bean(CountedFacts.class);
        assertThat(counted.sumsKeptOtherwise(counted.figures(picture.clockAt()))).isEmpty();
        assertThat(picture.city())
                .isEqualTo(picture.units().values().stream().reduce(Figures.NONE, Figures::plus));
    }

    private static long figure(String unit, Figure figure) {
        var figures = reporting.bean(LivePicture.class).whole().units().get(unit);
        return figures == null ? 0 : figures.of(figure);
    }

    private static void turnTo(Instant instant) {
        reporting.clock().set(instant);
        reporting.bean(MoveClock.class).toNow();
    }
}
