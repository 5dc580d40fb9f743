package haicap.reporting.facts;

import haicap.platform.time.Hanoi;
import haicap.reporting.feed.Changes;
import haicap.reporting.feed.LivePicture;
import haicap.reporting.feed.PictureState;
import haicap.reporting.figures.Figure;
import haicap.reporting.figures.Figures;
import haicap.reporting.files.Fact;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * A second table of facts that is filled beside the one in use, and then takes its place. It has
 * the same name in another schema, so the statements are the same.
 */
@Component
public class ShadowFacts {

    private final JdbcTemplate jdbc;
    private final Facts facts;
    private final CustodyTable custody;
    private final CountedFacts counted;
    private final Custodians custodians;
    private final LivePicture picture;

    ShadowFacts(
            JdbcTemplate jdbc,
            Facts facts,
            CustodyTable custody,
            CountedFacts counted,
            Custodians custodians,
            LivePicture picture) {
        this.jdbc = jdbc;
        this.facts = facts;
        this.custody = custody;
        this.counted = counted;
        this.custodians = custodians;
        this.picture = picture;
    }

    /** An empty one, whatever was there; without the indexes that only reading needs. */
    public void begin() {
        jdbc.execute("DROP TABLE IF EXISTS rebuilding.fact");
        jdbc.execute(
                """
                CREATE TABLE rebuilding.fact
                    (LIKE public.fact INCLUDING ALL EXCLUDING INDEXES, PRIMARY KEY (id))
                """);
    }

    /** Whether every unit that it names is known. */
    public boolean canTake(Arrival arrival) {
        return custodians.know(arrival);
    }

    /** The newest of each file among arrivals, ready to be saved. */
    public static final class Draft {

        private final FactColumns facts;

        private Draft(FactColumns facts) {
            this.facts = facts;
        }

        public static Draft of(Collection<Arrival> arrivals) {
            var newest = new HashMap<String, Fact>();
            for (var arrival : arrivals) {
                var fact = arrival.fact();
                newest.merge(fact.id(), fact, (a, b) -> a.version() < b.version() ? b : a);
            }
            return new Draft(FactColumns.of(newest.values()));
        }
    }

    /** Takes what is newer than what it has; durable with the exchange, not before. */
    public void save(Draft draft) {
        var path = jdbc.queryForObject("SELECT current_setting('search_path')", String.class);
        set("synchronous_commit", "off");
        set("search_path", "rebuilding, public");
        facts.save(draft.facts, List.of());
        set("search_path", String.valueOf(path));
        set("synchronous_commit", "on");
    }

    private void set(String setting, String value) {
        jdbc.queryForObject("SELECT set_config(?, ?, true)", String.class, setting, value);
    }

    /** Indexes it like the one in use, each in a transaction of its own. */
    public void complete() {
        var indexes =
                jdbc.query(
                        """
                        SELECT indexdef
                        FROM pg_indexes
                        WHERE schemaname = 'public'
                          AND tablename = 'fact'
                          AND indexname <> 'fact_pkey'
                        """,
                        (rs, row) -> rs.getString(1));
        for (var index : indexes) {
            jdbc.execute(
                    index.replace(" ON public.fact ", " ON rebuilding.fact ")
                            .replace("CREATE INDEX ", "CREATE INDEX IF NOT EXISTS "));
        }
        jdbc.execute("ANALYZE rebuilding.fact");
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
