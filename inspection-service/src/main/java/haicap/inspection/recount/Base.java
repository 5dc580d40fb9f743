package haicap.inspection.recount;

import haicap.platform.outbox.Outbox;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What all counts need: versions as one number, instants in and out of SQL. */
@Component
class Base {

    private final Outbox outbox;

    Base(Outbox outbox) {
        this.outbox = outbox;
    }

    /** What to add to a counter for the version as one number. */
    long version() {
        return outbox.version(1).asLong() - 1;
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        var at = rs.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
