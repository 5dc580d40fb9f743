package haicap.reporting.facts;

import haicap.platform.events.Version;
import haicap.platform.time.Hanoi;
import haicap.platform.writes.DeferredInserts;
import haicap.reporting.facts.CountedFacts.Count;
import haicap.reporting.feed.Changes;
import haicap.reporting.feed.LivePicture;
import haicap.reporting.feed.PictureState;
import haicap.reporting.figures.Figure;
import haicap.reporting.figures.Figures;
import haicap.reporting.files.Fact;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * A second table of facts that is filled beside the one in use, and then takes its place. It has
 * the same name in another schema, so the statements are the same.
 *
 * <ol>
 *   <li>First every version of a file that was announced is poured in, which is less than half the
 *       work of finding its row and replacing it.
 *   <li>When it is complete it keeps the newest of each file and gets its key and its indexes.
 *   <li>From then on what is newer replaces what is known.
 * </ol>
 *
 * <p>A transaction that has an id holds back every relay of the server. So what changes rows does
 * so for at most {@value #STEP} of them in a transaction, indexes are built concurrently, and what
 * reads the whole table does it in a transaction that has written nothing yet.
 */
@Component
public class ShadowFacts {

    /** Rows that a transaction looks at which changes some of them. */
    static final int STEP = 5_000;

    /** Where a step begins, in the order of files and their versions. */
    private record Place(String id, long version) {

        static final Place FIRST = new Place("", Long.MIN_VALUE);
    }

    private final JdbcTemplate jdbc;
    private final Facts facts;
    private final DeferredInserts deferredInserts;
    private final CustodyTable custody;
    private final CountedFacts counted;
    private final OriginSums sums;
    private final Custodians custodians;
    private final LivePicture picture;

    ShadowFacts(
            JdbcTemplate jdbc,
            Facts facts,
            DeferredInserts deferredInserts,
            CustodyTable custody,
            CountedFacts counted,
            OriginSums sums,
            Custodians custodians,
            LivePicture picture) {
        this.jdbc = jdbc;
        this.facts = facts;
        this.deferredInserts = deferredInserts;
        this.custody = custody;
        this.counted = counted;
        this.sums = sums;
        this.custodians = custodians;
        this.picture = picture;
    }

    /** An empty one, whatever was there; without key and indexes. */
    public void begin() {
        jdbc.execute("DROP TABLE IF EXISTS rebuilding.fact");
        jdbc.execute(
                "CREATE TABLE rebuilding.fact (LIKE public.fact INCLUDING ALL EXCLUDING INDEXES)");
    }

    /** Whether every unit that it names is known. */
    public boolean canTake(Arrival arrival) {
        return custodians.know(arrival);
    }

    /** The newest of each file among arrivals, ready to be poured in or saved. */
    public static final class Draft {

        private final Collection<Fact> facts;
        private final Instant clockAt;
        private final byte[] csv;

        private Draft(Collection<Fact> facts, Instant clockAt) {
            this.facts = facts;
            this.clockAt = clockAt;
            this.csv = FactTexts.csv(facts, clockAt);
        }

        /**
         * Makes one.
         *
         * @param clockAt about the instant as of which the figures are: what is crossed meanwhile
         *     is settled by the next tick
         */
        public static Draft of(Collection<Arrival> arrivals, Instant clockAt) {
            var newest = new HashMap<String, Fact>();
            for (var arrival : arrivals) {
                var fact = arrival.fact();
                newest.merge(fact.id(), fact, (a, b) -> a.version() < b.version() ? b : a);
            }
            return new Draft(newest.values(), clockAt);
        }
    }

    /** Takes all of it, until it is complete; durable with the exchange, not before. */
    public void pour(Draft draft) {
        set("synchronous_commit", "off");
        jdbc.execute((Connection connection) -> {
            copy(connection, draft.csv);
            return true;
        });
    }

    private static void copy(Connection connection, byte[] csv) throws SQLException {
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "COPY rebuilding.fact (%s) FROM STDIN WITH (FORMAT csv)"
                                    .formatted(FactTexts.NAMES),
                            new ByteArrayInputStream(csv));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes what is newer than what it has, once it is complete. */
    public void save(Draft draft) {
        within(() -> {
            facts.upsert(draft.facts, draft.clockAt);
            deferredInserts.write();
            return true;
        });
    }

    /** Where {@code fact} is the table that is filled. */
    private <T> T within(Supplier<T> work) {
        var path = jdbc.queryForObject("SELECT current_setting('search_path')", String.class);
        set("search_path", "rebuilding, public");
        var done = work.get();
        set("search_path", String.valueOf(path));
        return done;
    }

    private void set(String setting, String value) {
        jdbc.queryForObject("SELECT set_config(?, ?, true)", String.class, setting, value);
    }

    /**
     * Keeps the newest of each file, and is indexed like the one in use. Call it outside of a
     * transaction.
     *
     * @return in how many steps what is old was given up
     */
    public int complete() {
        jdbc.execute("CREATE INDEX CONCURRENTLY fact_by_age ON rebuilding.fact (id, version)");
        int steps = 0;
        for (var from = Place.FIRST; from != null; steps++) {
            from = keepNewest(from);
        }
        jdbc.execute("DROP INDEX rebuilding.fact_by_age");
        jdbc.queryForList(
                        """
                        SELECT replace(
                            replace(indexdef, ' ON public.fact ', ' ON rebuilding.fact '),
                            ' INDEX ', ' INDEX CONCURRENTLY ')
                        FROM pg_indexes
                        WHERE schemaname = 'public' AND tablename = 'fact'
                        """,
                        String.class)
                .forEach(jdbc::execute);
        jdbc.execute(
                """
                ALTER TABLE rebuilding.fact
                ADD CONSTRAINT fact_pkey PRIMARY KEY USING INDEX fact_pkey
                """);
        jdbc.execute("ANALYZE rebuilding.fact");
        return steps;
    }

    /** One step; gives where the next begins. Its last row is the first of the next one. */
    private @Nullable Place keepNewest(Place from) {
        return jdbc.query(
                """
                WITH part AS (
                    SELECT ctid, id, version, lead(id) OVER by_age AS next_id
                    FROM (
                        SELECT ctid, id, version
                        FROM rebuilding.fact
                        WHERE (id, version) >= (?, ?)
                        ORDER BY id, version
                        LIMIT ?) rows
                    WINDOW by_age AS (ORDER BY id, version)),
                old AS (
                    DELETE FROM rebuilding.fact f
                    USING part p
                    WHERE f.ctid = p.ctid AND p.next_id = p.id)
                SELECT id, version, count(*) OVER () AS rows
                FROM part
                ORDER BY id DESC, version DESC
                LIMIT 1
                """,
                rs -> {
                    return rs.next() && rs.getInt("rows") == STEP
                            ? new Place(rs.getString("id"), rs.getLong("version"))
                            : null;
                },
                from.id(),
                from.version(),
                STEP);
    }

    /**
     * Gives up some of what its source, in this incarnation, did not name any more.
     *
     * @return how many; none when there are no more
     */
    public int retire(String topic, int incarnation) {
        return incarnation == 1
                ? 0
                : jdbc.update(
                        """
                        DELETE FROM rebuilding.fact
                        WHERE ctid = ANY (ARRAY (
                            SELECT ctid
                            FROM rebuilding.fact
                            WHERE topic = ? AND version < ?
                            LIMIT ?))
                        """,
                        topic,
                        Version.floorOf(incarnation),
                        STEP);
    }

    /** Says who has custody of what is stored where nothing was before. */
    public void saveNewCustody() {
        var day = Hanoi.dayOf(picture.whole().clockAt());
        var missing = new HashMap<Origin, String>();
        for (var origin : within(custody::missing)) {
            missing.put(origin, custodians.of(origin, day));
        }
        custody.save(missing);
    }

    /**
     * Takes the place of the facts in use and makes the figures what they say. Call it under the
     * feed lock, in a transaction that has written nothing. It fails, to be tried again, when
     * somebody reads the old facts for long.
     *
     * @return how many units had other figures
     */
    public int exchange() {
        requireNothingWritten();
        var before = picture.whole();
        var counts = within(() -> counted.figures(before.clockAt()));
        requireNothingWritten();
        set("lock_timeout", "700ms");
        jdbc.execute("DROP TABLE public.fact");
        jdbc.execute("ALTER TABLE rebuilding.fact SET SCHEMA public");
        sums.replace(CountedFacts.sumsOf(counts));
        return correctFigures(before, counts);
    }

    private void requireNothingWritten() {
        var id = jdbc.queryForObject("SELECT pg_current_xact_id_if_assigned()::text", String.class);
        if (id != null) {
            throw new IllegalStateException("facts are counted before anything is written");
        }
    }

    private int correctFigures(PictureState before, List<Count> counts) {
        var units = new HashMap<>(before.units());
        var changes = new Changes();
        for (var count : counts) {
            units.putIfAbsent(count.unitId(), Figures.NONE);
            changes.count(count.unitId(), count.figure(), count.files());
        }
        for (var unit : before.units().entrySet()) {
            for (var figure : Figure.all()) {
                changes.count(unit.getKey(), figure, -unit.getValue().of(figure));
            }
        }
        var city = before.units().values().stream().reduce(Figures.NONE, Figures::plus);
        var corrected = new PictureState(before.seq(), before.clockAt(), city, units);
        picture.correct(corrected, changes, before.clockAt());
        return changes.unitsThatDiffer();
    }
}
