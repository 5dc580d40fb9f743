package haicap.platform.retention;

import haicap.platform.writes.Locks;
import haicap.platform.writes.RememberedAnswers;
import haicap.platform.writes.Writes;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Erases the texts of files that ended long ago and that no legal hold names. The service says
 * which files have ended and which texts they have; whoever did what, and every number, stays.
 *
 * <p>Whoever wrote such a text was answered with it, and the answer is remembered under the key of
 * the request: what keys remember about these files is erased with their texts. Safe for all
 * threads.
 */
@Component
public class EndedTexts {

    private static final String DUE =
            """
            FROM (%s) AS ended
            WHERE ended.at < clock_timestamp() - make_interval(secs => :age)
              AND NOT EXISTS (
                  SELECT FROM legal_hold h
                  WHERE h.subject = ended.id AND h.released_at IS NULL)
            """;

    /**
     * The files of one kind.
     *
     * @param recordClass the name of their texts in {@code seeds/retention.csv}
     * @param ended selects {@code id} and {@code at}, when it ended, of each that still has texts
     * @param erasures orders that erase the texts of the files {@code :ids}, in this order
     */
    public record Files(String recordClass, String ended, List<String> erasures) {}

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
            return ended.erase(files, age, atMost);
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
        return jdbc.sql("SELECT count(*) " + DUE.formatted(files.ended()))
                .param("age", age.toSeconds())
                .query(Long.class)
                .single();
    }

    /** Beside no other writer: a hold is either seen or comes too late. */
    private int erase(Files files, Duration age, int atMost) {
        return writes.run(
                Locks.whole(),
                () -> {
                    var ids = due(files, age, atMost);
                    files.erasures()
                            .forEach(erasure -> jdbc.sql(erasure).param("ids", ids).update());
                    answers.eraseAbout(ids);
                    return ids.length;
                });
    }

    private String[] due(Files files, Duration age, int atMost) {
        return jdbc.sql(
                        "SELECT ended.id %s ORDER BY ended.id LIMIT :some"
                                .formatted(DUE.formatted(files.ended())))
                .param("age", age.toSeconds())
                .param("some", atMost)
                .query((rs, row) -> rs.getString("id"))
                .list()
                .toArray(String[]::new);
    }
}
