package haicap.org.transfers;

import haicap.org.functions.UnverifiedHandOvers;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Transfers that were signed and whose receipt nobody has verified. */
@Component
class SignedTransfers implements UnverifiedHandOvers {

    private final JdbcClient jdbc;

    SignedTransfers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, String> byEntry() {
        return jdbc
                .sql(
                        """
                        SELECT id
                        FROM record
                        WHERE kind = 'function-transfer' AND state = 'SIGNED'
                        """)
                .query((rs, row) -> rs.getString(1))
                .list()
                .stream()
                .collect(Collectors.toMap(id -> "fh-" + id, id -> id));
    }
}
