package haicap.acceptance;

import haicap.acceptance.system.DatabaseServer;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the services' own tables hold, counted: for finding what was written only by half. */
record Books(Map<String, Long> counts) {

    private static final Map<String, String> DATABASES =
            Map.of(
                    "org-structure", "org_structure",
                    "case", "case_service",
                    "inspection", "inspection",
                    "reporting", "reporting");

    private static final String WRITES =
            "SELECT count(*) FROM idempotency WHERE status BETWEEN 200 AND 299";

    /** The versions of records that have no entry of history, and entries of no version. */
    private static final String GAPS =
            """
            SELECT count(*)
            FROM record
            WHERE version <> (SELECT count(*) FROM record_history WHERE record_id = record.id)
            """;

    static Books of(DatabaseServer server) {
        var counts = new TreeMap<String, Long>();
        try {
            for (var database : DATABASES.entrySet()) {
                try (var connection = server.connect(database.getValue());
                        var statement = connection.createStatement()) {
                    for (var question : questions(database.getKey()).entrySet()) {
                        try (var rows = statement.executeQuery(question.getValue())) {
                            rows.next();
                            counts.put(
                                    database.getKey() + " " + question.getKey(), rows.getLong(1));
                        }
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new Books(counts);
    }

    private static Map<String, String> questions(String part) {
        var questions = new TreeMap<String, String>();
        questions.put("writes", WRITES);
        questions.put("holds", "SELECT count(*) FROM legal_hold");
        questions.put("parked", "SELECT count(*) FROM parked");
        if (part.equals("case")) {
            questions.put("crime-reports", "SELECT count(*) FROM record");
            questions.put("gaps", GAPS);
        } else if (part.equals("inspection")) {
            questions.put("obstacles", "SELECT count(*) FROM record WHERE kind = 'obstacle'");
            questions.put("campaigns", "SELECT count(*) FROM record WHERE kind = 'campaign'");
            questions.put("gaps", GAPS);
        }
        return questions;
    }

    /** How much there is more than before. */
    Map<String, Long> since(Books before) {
        var names = new TreeSet<>(counts.keySet());
        var grown = new TreeMap<String, Long>();
        names.forEach(name -> grown.put(name, counts.get(name) - before.counts.get(name)));
        return grown;
    }
}
