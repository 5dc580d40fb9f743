package haicap.platform.retention;

import haicap.platform.writes.Locks;
import haicap.platform.writes.RememberedAnswers;
import haicap.platform.writes.Writes;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Erases the texts of files that ended long ago and that no legal hold names. The service says in
 * which table the files are and which texts they have; whoever did what, and every number, stays.
 *
 * <ol>
 *   <li>Some files that are due are looked for by the index on when they ended, without any lock.
 *   <li>Under the locks of these files alone they are looked at again, and their texts are erased:
 *       whoever writes about another file waits for nobody, and a hold on one of these is either
 *       seen or comes too late.
 * </ol>
 *
 * <p>Whoever wrote such a text was answered with it, and the answer is remembered under the key of
 * the request: what keys remember about these files is erased with their texts. Safe for all
 * threads.
 */
@Component
public class EndedTexts {

    /** Few enough to be locked by name. */
    private static final int AT_ONCE = 50;

    /**
     * The files of one kind.
     *
     * @param recordClass the name of their texts in {@code seeds/retention.csv}
     * @param table or subquery with {@code id}, {@code ended_at} (null while the file goes on) and
     *     {@code text_erased_at}, and with an index on {@code ended_at} of what is not erased
     * @param erasures orders that erase the texts of the files {@code :ids}, in this order
     */
    public record Files(String recordClass, String table, List<String> erasures) {

        /** Selects something of the files that ended more than {@code :age} seconds ago. */
        String due(String what) {
            return """
            SELECT %s
            FROM %s AS file
            WHERE file.text_erased_at IS NULL
              AND file.ended_at < now() - make_interval(secs => :age)
              AND NOT EXISTS (
                  SELECT FROM legal_hold h
                  WHERE h.subject = file.id AND h.released_at IS NULL)
            """
                    .formatted(what, table);
        }

        /** Finds {@code :some} of them, those that ended first. */
        public String search() {
            return due("file.id") + "ORDER BY file.ended_at, file.id LIMIT :some";
        }
    }

    /** The texts of files as the class of record that the schedule disposes of. */
    private record Texts(EndedTexts ended, Files files) implements RecordClass {

        @Override
        public String name() {
            return files.recordClass();
        }

        @Override
        public long due(Duration age) {
            return ended.due(files, age);
        }

        @Override
        public int dispose(Duration age, int atMost) {
            return ended.erase(files, age, Math.min(atMost, AT_ONCE));
        }
    }

    private final JdbcClient jdbc;
    private final Writes writes;
    private final RememberedAnswers answers;

    EndedTexts(JdbcClient jdbc, Writes writes, RememberedAnswers answers) {
        this.jdbc = jdbc;
        this.writes = writes;
        this.answers = answers;
    }

    /** What the schedule disposes of: the texts of these files. */
    public RecordClass of(Files files) {
        return new Texts(this, files);
    }

    private long due(Files files, Duration age) {
        return jdbc.sql(files.due("count(*)"))
                .param("age", age.toSeconds())
                .query(Long.class)
                .single();
    }

    private int erase(Files files, Duration age, int atMost) {
        var found =
                jdbc.sql(files.search())
                        .param("age", age.toSeconds())
                        .param("some", atMost)
                        .query((rs, row) -> rs.getString("id"))
                        .list();
        return found.isEmpty()
                ? 0
                : writes.run(Locks.on(found), () -> eraseStillDue(files, age, found));
    }

    private int eraseStillDue(Files files, Duration age, List<String> found) {
        var ids =
                jdbc.sql(files.due("file.id") + "AND file.id = ANY (:found)")
                        .param("age", age.toSeconds())
                        .param("found", found.toArray(String[]::new))
                        .query((rs, row) -> rs.getString("id"))
                        .list()
                        .toArray(String[]::new);
        files.erasures().forEach(erasure -> jdbc.sql(erasure).param("ids", ids).update());
        answers.eraseAbout(ids);
        return ids.length;
    }
}
