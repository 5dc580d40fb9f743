package haicap.reporting.facts;

import haicap.platform.events.Version;
import haicap.platform.time.Hanoi;
import haicap.platform.writes.Endnotes;
import haicap.reporting.feed.Changes;
import haicap.reporting.feed.LivePicture;
import haicap.reporting.feed.PictureState;
import haicap.reporting.figures.Figure;
import haicap.reporting.figures.Figures;
import haicap.reporting.files.Fact;
import haicap.reporting.files.FileKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
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
 */
@Component
public class ShadowFacts {

    private final JdbcTemplate jdbc;
    private final Facts facts;
    private final Endnotes endnotes;
    private final CustodyTable custody;
    private final CountedFacts counted;
    private final Custodians custodians;
    private final LivePicture picture;

    ShadowFacts(
            JdbcTemplate jdbc,
            Facts facts,
            Endnotes endnotes,
            CustodyTable custody,
            CountedFacts counted,
            Custodians custodians,
            LivePicture picture) {
        this.jdbc = jdbc;
        this.facts = facts;
        this.endnotes = endnotes;
        this.custody = custody;
        this.counted = counted;
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
        private final byte[] csv;

        private Draft(Collection<Fact> facts) {
            this.facts = facts;
            this.csv = FactTexts.csv(facts);
        }

        public static Draft of(Collection<Arrival> arrivals) {
            var newest = new HashMap<String, Fact>();
            for (var arrival : arrivals) {
                var fact = arrival.fact();
                newest.merge(fact.id(), fact, (a, b) -> a.version() < b.version() ? b : a);
            }
            return new Draft(newest.values());
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
        var path = jdbc.queryForObject("SELECT current_setting('search_path')", String.class);
        set("search_path", "rebuilding, public");
        facts.upsert(draft.facts);
        endnotes.write();
        set("search_path", String.valueOf(path));
    }

    private void set(String setting, String value) {
        jdbc.queryForObject("SELECT set_config(?, ?, true)", String.class, setting, value);
    }

    /**
     * Keeps the newest of each file, and is indexed like the one in use: each index in a
     * transaction of its own, as many at a time as there are processors.
     */
    public void complete() {
        jdbc.update(
                """
                DELETE FROM rebuilding.fact f
                USING (
                    SELECT ctid, row_number() OVER (PARTITION BY id ORDER BY version DESC) AS place
                    FROM rebuilding.fact
                    WHERE id IN (
                        SELECT id FROM rebuilding.fact GROUP BY id HAVING count(*) > 1)) by_age
                WHERE f.ctid = by_age.ctid AND place > 1
                """);
        jdbc
                .queryForList(
                        """
                        SELECT replace(indexdef, ' ON public.fact ', ' ON rebuilding.fact ')
                        FROM pg_indexes
                        WHERE schemaname = 'public' AND tablename = 'fact'
                        """,
                        String.class)
                .parallelStream()
                .forEach(jdbc::execute);
        jdbc.execute(
                """
                ALTER TABLE rebuilding.fact
                ADD CONSTRAINT fact_pkey PRIMARY KEY USING INDEX fact_pkey
                """);
        jdbc.execute("ANALYZE rebuilding.fact");
    }

    /** Gives up what its source, in this incarnation, did not name any more. */
    public void retire(String topic, int incarnation) {
        if (incarnation > 1) {
            jdbc.update(
                    "DELETE FROM rebuilding.fact WHERE kind = ANY (?) AND version < ?",
                    FileKind.toldOn(topic).stream().map(Enum::name).toArray(String[]::new),
                    Version.floorOf(incarnation));
        }
    }

    /**
     * Takes the place of the facts in use and makes the figures what they say. Call it under the
     * feed lock. It fails, to be tried again, when somebody reads the old facts for long.
     *
     * @return how many units had other figures
     */
    public int exchange() {
        set("lock_timeout", "700ms");
        jdbc.execute("DROP TABLE public.fact");
        jdbc.execute("ALTER TABLE rebuilding.fact SET SCHEMA public");
        var before = picture.whole();
        saveNewCustody(before);
        return correctFigures(before);
    }

    private void saveNewCustody(PictureState before) {
        var day = Hanoi.dayOf(before.clockAt());
        var missing = new HashMap<Origin, String>();
        for (var origin : custody.missing()) {
            missing.put(origin, custodians.of(origin, day));
        }
        custody.save(missing);
    }

    private int correctFigures(PictureState before) {
        var units = new HashMap<>(before.units());
        var changes = new Changes();
        for (var count : counted.figures(before.clockAt())) {
            units.putIfAbsent(count.unitId(), Figures.NONE);
            changes.count(count.unitId(), count.figure(), count.files());
        }
        for (var unit : before.units().entrySet()) {
            for (var figure : Figure.values()) {
                changes.count(unit.getKey(), figure, -unit.getValue().of(figure));
            }
        }
        var city = before.units().values().stream().reduce(Figures.NONE, Figures::plus);
        var corrected = new PictureState(before.seq(), before.clockAt(), city, units);
        picture.correct(corrected, changes, before.clockAt());
        return changes.unitsThatDiffer();
    }
}
