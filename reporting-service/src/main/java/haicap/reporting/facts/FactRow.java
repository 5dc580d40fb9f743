package haicap.reporting.facts;

import haicap.reporting.figures.Figure;
import haicap.reporting.files.Fact;
import haicap.reporting.files.NextStep;
import haicap.reporting.files.Span;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;

/** A fact as the table keeps it. */
final class FactRow {

    private FactRow() {}

    static Fact fact(ResultSet rs) throws SQLException {
        return new Fact(
                rs.getString("id"),
                rs.getString("kind"),
                rs.getString("topic"),
                rs.getLong("version"),
                rs.getString("unit_id"),
                rs.getString("public"),
                spans(rs),
                nextStep(rs));
    }

    private static @Nullable NextStep nextStep(ResultSet rs) throws SQLException {
        Timestamp due = rs.getTimestamp("work_due");
        return due == null
                ? null
                : new NextStep(
                        rs.getString("work_unit"),
                        rs.getString("work_post"),
                        due.getTime() == PGStatement.DATE_POSITIVE_INFINITY
                                ? null
                                : due.toInstant(),
                        rs.getBoolean("work_confirms"));
    }

    /** Spans of figures that this version does not know count for nobody here. */
    private static List<Span> spans(ResultSet rs) throws SQLException {
        var figures = (String[]) rs.getArray("figures").getArray();
        @Nullable String[] units = (@Nullable String[]) rs.getArray("units").getArray();
        var since = (Timestamp[]) rs.getArray("since").getArray();
        var until = (Timestamp[]) rs.getArray("until").getArray();
        var spans = new ArrayList<Span>();
        for (int i = 0; i < figures.length; i++) {
            var figure = Figure.named(figures[i]);
            if (figure.isPresent()) {
                spans.add(new Span(figure.get(), units[i], instant(since[i]), instant(until[i])));
            }
        }
        return spans;
    }

    private static Instant instant(Timestamp at) {
        if (at.getTime() == PGStatement.DATE_NEGATIVE_INFINITY) {
            return Instant.MIN;
        }
        return at.getTime() == PGStatement.DATE_POSITIVE_INFINITY ? Instant.MAX : at.toInstant();
    }
}
