package haicap.casework.registers;

import haicap.casework.registers.OldEntry.Key;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which entries of old registers have become reports. */
@Component
class RegisterEntries {

    /** An entry and the id of the report that it became. */
    record Taken(OldEntry entry, String reportId) {}

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    RegisterEntries(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** The digests of those of the entries that are there already. */
    Map<Key, String> digests(Collection<OldEntry> entries) {
        var digests = new HashMap<Key, String>();
        jdbc.sql(
                        """
                        SELECT unit_id, register_number, digest
                        FROM register_entry
                        JOIN unnest(:units::text[], :numbers::text[])
                            AS asked (unit_id, register_number) USING (unit_id, register_number)
                        """)
                .param("units", entries.stream().map(OldEntry::unitId).toArray(String[]::new))
                .param("numbers", entries.stream().map(OldEntry::number).toArray(String[]::new))
                .query(rs -> {
                    digests.put(new Key(rs.getString(1), rs.getString(2)), rs.getString(3));
                });
        return digests;
    }

    void add(List<Taken> taken) {
        batches.batchUpdate(
                """
                INSERT INTO register_entry (unit_id, register_number, file_id, digest)
                VALUES (?, ?, ?, ?)
                """,
                taken,
                Math.max(1, taken.size()),
                (statement, each) -> {
                    statement.setString(1, each.entry().unitId());
                    statement.setString(2, each.entry().number());
                    statement.setString(3, each.reportId());
                    statement.setString(4, each.entry().digest());
                });
    }
}
