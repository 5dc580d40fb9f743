package haicap.platform.recount;

import haicap.platform.outbox.Outbox;
import haicap.platform.time.Hanoi;
import haicap.platform.time.ReportingMonth;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts rows that each are a file, with the columns {@code id, version, unit_id, public} and
 * {@code public_digest}. The digest of many is the bitwise exclusive or of one of each, which
 * hashes its id, its version as one number, and its public state. Safe for all threads.
 */
@Component
public class CountedRows {

    private static final String SUMS =
            """
            SELECT unit_id,
                   count(*) AS files,
                   bit_xor(hashtextextended(
                       id, hashint8extended(:base + version, public_digest))) AS digest
                   %2$s
            FROM (%1$s) AS r
            GROUP BY unit_id
            """;

    private static final String FIGURE = ", count(*) FILTER (WHERE %s) AS figure_%d";

    private static final String FILES =
            """
            SELECT id, :base + version AS version, public
            FROM (%s) AS r
            WHERE unit_id = ANY (:units)
              AND id COLLATE "C" > :after
              AND (:upTo::text IS NULL OR id COLLATE "C" <= :upTo)
            ORDER BY id COLLATE "C"
            LIMIT :most
            """;

    private final JdbcClient jdbc;
    private final Outbox outbox;

    CountedRows(JdbcClient jdbc, Outbox outbox) {
        this.jdbc = jdbc;
        this.outbox = outbox;
    }

    /**
     * What is counted.
     *
     * @param rows a query, whose result is called {@code r}
     * @param figures by public name a predicate each, in SQL over {@code r}, {@code :at}, the day
     *     of that instant ({@code :dayFrom}, {@code :dayTo}) and its reporting month ({@code
     *     :monthFrom}, {@code :monthTo}), ends exclusive
     */
    public record Rows(String rows, Map<String, String> figures) {}

    /** Sums per unit under which files are stored. */
    public List<UnitSums> sums(Rows counted, Instant at) {
        var figures = List.copyOf(counted.figures().keySet());
        var predicates =
                IntStream.range(0, figures.size())
                        .mapToObj(i -> FIGURE.formatted(counted.figures().get(figures.get(i)), i))
                        .collect(Collectors.joining());
        var day = Hanoi.dayOf(at);
        var month = ReportingMonth.of(at);
        return jdbc.sql(SUMS.formatted(counted.rows(), predicates))
                .param("base", base())
                .param("at", utc(at))
                .param("dayFrom", utc(Hanoi.startOf(day)))
                .param("dayTo", utc(Hanoi.startOf(day.plusDays(1))))
                .param("monthFrom", utc(month.from()))
                .param("monthTo", utc(month.until()))
                .query((rs, row) ->
                        new UnitSums(
                                rs.getString("unit_id"),
                                rs.getLong("files"),
                                rs.getLong("digest"),
                                figures(rs, figures)))
                .list();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Map<String, Long> figures(ResultSet rs, List<String> names) throws SQLException {
        var figures = new TreeMap<String, Long>();
        for (int i = 0; i < names.size(); i++) {
            figures.put(names.get(i), rs.getLong("figure_" + i));
        }
        return figures;
    }

    /** A part of the files stored under any of the units, shown as matters of the given one. */
    public List<CountedFile> files(
            Rows counted, Collection<String> storedUnits, String custodian, Part part) {
        return jdbc.sql(FILES.formatted(counted.rows()))
                .param("base", base())
                .param("units", storedUnits.toArray(String[]::new))
                .param("after", part.after())
                .param("upTo", part.upTo(), Types.VARCHAR)
                .param("most", Part.MOST)
                .query((rs, row) ->
                        new CountedFile(
                                rs.getString("id"),
                                custodian,
                                rs.getLong("version"),
                                rs.getString("public")))
                .list();
    }

    /** What to add to a counter for the version as one number. */
    private long base() {
        return outbox.version(1).asLong() - 1;
    }
}
