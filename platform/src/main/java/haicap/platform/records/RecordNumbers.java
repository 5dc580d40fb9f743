package haicap.platform.records;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import haicap.platform.orgcopy.Organisation;
import haicap.platform.orgcopy.Unit;
import haicap.platform.time.Hanoi;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
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

    /** One sequence. */
    private record Sequence(String code, int year) implements Comparable<Sequence> {

        @Override
        public int compareTo(Sequence other) {
            return Comparator.comparing(Sequence::code)
                    .thenComparingInt(Sequence::year)
                    .compare(this, other);
        }
    }

    /**
     * By its id the number of each of these, in their order within a sequence. What is opened at
     * once takes its sequences in the order of their codes.
     */
    Map<String, String> next(List<Head> heads, RecordType<?> type) {
        var numbers = new HashMap<String, String>();
        heads.stream()
                .collect(groupingBy(this::sequence, TreeMap::new, toList()))
                .forEach((sequence, opened) -> {
                    long number = last(sequence, type, opened.size()) - opened.size();
                    for (var head : opened) {
                        number++;
                        numbers.put(
                                head.id(),
                                "%s/%s/%d/%04d"
                                        .formatted(
                                                sequence.code(),
                                                type.shortCode(),
                                                sequence.year(),
                                                number));
                    }
                });
        return numbers;
    }

    private Sequence sequence(Head head) {
        return new Sequence(code(head.unitId()), Hanoi.dayOf(head.openedAt()).getYear());
    }

    /** The last of so many that are taken. */
    private long last(Sequence sequence, RecordType<?> type, int taken) {
        return jdbc.sql(
                        """
                        INSERT INTO record_number AS given (code, kind, year, last)
                        VALUES (:code, :kind, :year, :taken)
                        ON CONFLICT (code, kind, year) DO UPDATE SET last = given.last + :taken
                        RETURNING last
                        """)
                .param("code", sequence.code())
                .param("kind", type.kind())
                .param("year", sequence.year())
                .param("taken", taken)
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
