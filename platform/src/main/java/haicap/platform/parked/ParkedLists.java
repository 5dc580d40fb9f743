package haicap.platform.parked;

import haicap.platform.inbox.Legible;
import haicap.platform.inbox.Parked;
import haicap.platform.privacy.Matter;
import haicap.platform.privacy.TellsOf;
import haicap.platform.problems.Refusal;
import haicap.platform.web.Cursors;
import haicap.platform.web.Limit;
import haicap.platform.web.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an operator sees of parked messages, the longest parked first. */
@Component
public class ParkedLists {

    /**
     * A parked message in a list.
     *
     * @param feed the consumer that could not apply it
     * @param type the event's type, if its headers can be read; {@code unit} likewise
     * @param key the aggregate's id
     */
    @TellsOf(Matter.PARKED_MESSAGE)
    public record Line(
            long id,
            String feed,
            String reason,
            Instant parkedAt,
            String topic,
            int partition,
            long offset,
            @Nullable String key,
            @Nullable String type,
            @Nullable String unit) {}

    /**
     * A parked message as it came.
     *
     * @param body as text, whatever it is
     */
    @TellsOf(Matter.PARKED_MESSAGE)
    public record Whole(Line message, Map<?, ?> headers, @Nullable String body) {}

    private final JdbcClient jdbc;
    private final Cursors cursors;

    ParkedLists(JdbcClient jdbc, Cursors cursors) {
        this.jdbc = jdbc;
        this.cursors = cursors;
    }

    Page<Line> list(Limit limit, @Nullable String cursor) {
        long after = cursor == null ? 0 : Long.parseLong(cursors.open(cursor, 1).getFirst());
        var found =
                jdbc.sql("SELECT * FROM parked WHERE id > ? ORDER BY id LIMIT ?")
                        .params(after, limit.value() + 1)
                        .query(ParkedLists::line)
                        .list();
        return Page.of(found, limit, line -> cursors.seal(Long.toString(line.id)));
    }

    /** The message of that id, as it came. */
    public Whole read(String id) {
        return jdbc.sql("SELECT * FROM parked WHERE id = ?")
                .param(Parked.key(id))
                .query(ParkedLists::whole)
                .optional()
                .orElseThrow(() -> Refusal.notFound("parked", id));
    }

    private static Whole whole(ResultSet rs, int row) throws SQLException {
        var headers = new LinkedHashMap<String, @Nullable String>();
        for (var header : Parked.headers(rs)) {
            headers.put(Legible.characters(header.key()), Legible.bytes(header.value()));
        }
        return new Whole(line(rs, row), headers, Legible.bytes(rs.getBytes("body")));
    }

    private static Line line(ResultSet rs, int row) throws SQLException {
        return new Line(
                rs.getLong("id"),
                rs.getString("feed"),
                rs.getString("reason"),
                rs.getObject("parked_at", OffsetDateTime.class).toInstant(),
                rs.getString("topic"),
                rs.getInt("partition"),
                rs.getLong("offset"),
                rs.getString("key"),
                rs.getString("type"),
                rs.getString("unit"));
    }
}
