package haicap.platform.records;

import haicap.platform.outbox.Outbox;
import haicap.platform.recount.Part;
import haicap.platform.recount.UnitSums;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Recounts records of a kind by its predicates, for reconciliation. */
@Component
class RecordCounts {

    /**
     * The digest hashes of each record {@code (id, opened, open, due)} and its version as one
     * number, as the contract says.
     */
    private static final String SUMS =
            """
            SELECT unit_id,
                   count(*) AS files,
                   bit_xor(hashint8extended(
                       :base + version,
                       hash_record_extended(ROW(id, opened_at, open, due), 0))) AS digest
                   %2$s
            FROM (SELECT r.*, %1$s AS due FROM record r WHERE kind = :kind) AS counted
            GROUP BY unit_id
            """;

    private static final String FIGURE = ", count(*) FILTER (WHERE %s) AS figure_%d";

    private static final String FILES =
            """
            SELECT id, :base + version AS version, opened_at, open, %s AS due
            FROM record r
            WHERE kind = :kind AND unit_id = ANY (:units)
              AND id COLLATE "C" > :after
              AND (:upTo::text IS NULL OR id COLLATE "C" <= :upTo)
            ORDER BY id COLLATE "C"
            LIMIT :most
            """;

    private final JdbcClient jdbc;
    private final Outbox outbox;

    RecordCounts(JdbcClient jdbc, Outbox outbox) {
        this.jdbc = jdbc;
        this.outbox = outbox;
    }

    List<UnitSums> sums(RecordType<?> type, Instant at) {
        var figures = List.copyOf(type.counted().figures().keySet());
        var predicates =
                IntStream.range(0, figures.size())
                        .mapToObj(i ->
                                FIGURE.formatted(type.counted().figures().get(figures.get(i)), i))
                        .collect(Collectors.joining());
        return jdbc.sql(SUMS.formatted(type.counted().due(), predicates))
                .param("base", base())
                .param("kind", type.kind())
                .param("at", RecordTable.utc(at))
                .query((rs, row) ->
                        new UnitSums(
                                rs.getString("unit_id"),
                                rs.getLong("files"),
                                rs.getLong("digest"),
                                figures(rs, figures)))
                .list();
    }

    private static Map<String, Long> figures(ResultSet rs, List<String> names) throws SQLException {
        var figures = new TreeMap<String, Long>();
        for (int i = 0; i < names.size(); i++) {
            figures.put(names.get(i), rs.getLong("figure_" + i));
        }
        return figures;
    }

    /** What figures depend on of each record. */
    List<Map<String, @Nullable Object>> files(
            RecordType<?> type, Collection<String> storedUnits, String custodian, Part part) {
        var counted = type.counted();
        var files = new ArrayList<Map<String, @Nullable Object>>();
        jdbc.sql(FILES.formatted(counted.due()))
                .param("base", base())
                .param("kind", type.kind())
                .param("units", storedUnits.toArray(String[]::new))
                .param("after", part.after())
                .param("upTo", part.upTo(), Types.VARCHAR)
                .param("most", Part.MOST)
                .query(rs -> {
                    var file = new LinkedHashMap<String, @Nullable Object>();
                    file.put("id", rs.getString("id"));
                    file.put("unitId", custodian);
                    file.put("version", rs.getLong("version"));
                    file.put(
                            counted.openedAs(),
                            rs.getObject("opened_at", OffsetDateTime.class).toInstant());
                    file.put("open", rs.getBoolean("open"));
                    file.put(counted.dueAs(), RecordTable.instant(rs, "due"));
                    files.add(file);
                });
        return files;
    }

    /** What to add to a counter for the version as one number. */
    private long base() {
        return outbox.version(1).asLong() - 1;
    }
}
