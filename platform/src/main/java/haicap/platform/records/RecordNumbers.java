package haicap.platform.records;

import haicap.platform.orgcopy.Organisation;
import haicap.platform.orgcopy.Unit;
import haicap.platform.time.Hanoi;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Gives records the numbers that people read and say, such as {@code 00004/TB/2026/0123}: one
 * sequence for each code of a unit, kind and year. The sequence is locked until the transaction
 * ends, so it has no gaps; a unit that takes over a code goes on with its numbers. Whoever opens
 * several records at once does so in the order of their units: then nobody waits for whom he holds
 * up.
 */
@Component
class RecordNumbers {

    private final JdbcClient jdbc;
    private final Organisation organisation;

    RecordNumbers(JdbcClient jdbc, Organisation organisation) {
        this.jdbc = jdbc;
        this.organisation = organisation;
    }

    /** The next number for what is opened under the unit of the head. */
    String next(Head head, RecordType<?> type) {
        var code = code(head.unitId());
        var year = Hanoi.dayOf(head.openedAt()).getYear();
        return "%s/%s/%d/%04d".formatted(code, type.shortCode(), year, next(code, type, year));
    }

    private long next(String code, RecordType<?> type, int year) {
        return jdbc.sql(
                        """
                        INSERT INTO record_number AS given (code, kind, year, last)
                        VALUES (:code, :kind, :year, 1)
                        ON CONFLICT (code, kind, year) DO UPDATE SET last = given.last + 1
                        RETURNING last
                        """)
                .param("code", code)
                .param("kind", type.kind())
                .param("year", year)
                .query(Long.class)
                .single();
    }

    /** Of a unit that the copy does not know yet, what its id begins with. */
    private String code(String unitId) {
        return organisation
                .unit(unitId)
                .map(Unit::code)
                .orElseGet(() -> unitId.split("-", 2)[0])
                .toUpperCase(Locale.ROOT);
    }
}
