package haicap.platform.writes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;
import org.springframework.jdbc.core.namedparam.ParsedSql;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.ConcurrentLruCache;

/**
 * What a transaction leaves behind and does not read itself: what was done, what is told, what was
 * answered. All of it is written at the end, in the order in which it was noted and in one way to
 * the database and back, as part of the transaction. Safe for all threads.
 */
@Component
public class DeferredInserts {

    private static final ConcurrentLruCache<String, ParsedSql> PARSED =
            new ConcurrentLruCache<>(64, NamedParameterUtils::parseSqlStatement);

    private final JdbcTemplate jdbc;

    /** Notes for this database's transactions. */
    public DeferredInserts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes a row to be inserted; outside of a transaction it is inserted at once. */
    public void add(String insert, @Nullable Object... values) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            ofTransaction().notes.add(new Note(insert, values));
        } else {
            jdbc.update(insert, values);
        }
    }

    /** The same with parameters by name: each colon with a word is a value of that name. */
    public void addNamed(String insert, Map<String, ?> values) {
        var parsed = PARSED.get(insert);
        var named = new MapSqlParameterSource(values);
        add(
                NamedParameterUtils.substituteNamedParameters(parsed, named),
                NamedParameterUtils.buildValueArray(parsed, named, null));
    }

    /**
     * Writes what this transaction has noted so far, for those who must know now whether it can be
     * written: before a savepoint is given up, or where a name means something else afterwards.
     */
    public void write() {
        var present = (Notes) TransactionSynchronizationManager.getResource(this);
        if (present != null) {
            present.write();
        }
    }

    private Notes ofTransaction() {
        var present = (Notes) TransactionSynchronizationManager.getResource(this);
        if (present != null) {
            return present;
        }
        var notes = new Notes();
        TransactionSynchronizationManager.bindResource(this, notes);
        TransactionSynchronizationManager.registerSynchronization(notes);
        return notes;
    }

    private record Note(String insert, @Nullable Object[] values) {}

    /** How many notes there were, and how many of them were written. */
    private record Mark(int noted, int written) {

        static final Mark NONE = new Mark(0, 0);
    }

    private final class Notes implements TransactionSynchronization {

        private final List<Note> notes = new ArrayList<>();
        private final Map<Object, Mark> marks = new HashMap<>();
        private int written;

        private void write() {
            var open = notes.subList(written, notes.size());
            if (open.isEmpty()) {
                return;
            }
            jdbc.update(
                    open.stream().map(Note::insert).collect(Collectors.joining(";\n")),
                    open.stream().flatMap(note -> Arrays.stream(note.values())).toArray());
            written = notes.size();
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            write();
        }

        @Override
        public void savepoint(Object savepoint) {
            marks.put(savepoint, new Mark(notes.size(), written));
        }

        /** What was noted before and written since is open again. */
        @Override
        public void savepointRollback(Object savepoint) {
            var mark = marks.getOrDefault(savepoint, Mark.NONE);
            notes.subList(mark.noted(), notes.size()).clear();
            written = mark.written();
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResource(DeferredInserts.this);
        }
    }
}
