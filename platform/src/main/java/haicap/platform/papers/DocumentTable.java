package haicap.platform.papers;

import haicap.platform.access.Caller;
import haicap.platform.events.EventJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The papers of records, in the order in which they were added. */
@Component
class DocumentTable {

    /** What is free text of a paper. */
    private record Title(String title) {}

    /** What is free text of its withdrawal. */
    private record Reason(String reason) {}

    private static final String SELECT =
            """
            SELECT id, number, dated, sha256, lies_at, added_at, by_post, withdrawn_at,
                   withdrawn_by_post, texts->>'title' AS title, texts->>'reason' AS reason
            FROM record_document
            """;

    private final JdbcClient jdbc;

    DocumentTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(String id, String recordId, DocumentRequest told, Caller by, Instant now) {
        var digest = told.sha256();
        jdbc.sql(
                        """
                        INSERT INTO record_document
                            (id, record_id, number, dated, sha256, lies_at, added_at, by_post,
                             by_officer, texts)
                        VALUES (:id, :record, :number, :dated, :sha256, :liesAt, :now, :byPost,
                                :byOfficer, :texts::jsonb)
                        """)
                .param("id", id)
                .param("record", recordId)
                .param("number", told.number())
                .param("dated", told.dated())
                .param(
                        "sha256",
                        digest == null ? null : HexFormat.of().parseHex(digest),
                        Types.BINARY)
                .param("liesAt", told.liesAt())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("byPost", by.post().postId())
                .param("byOfficer", by.name())
                .param("texts", EventJson.write(new Title(told.title())))
                .update();
    }

    void withdraw(String id, String reason, Caller by, Instant now) {
        jdbc.sql(
                        """
                        UPDATE record_document
                        SET withdrawn_at = :now, withdrawn_by_post = :byPost,
                            withdrawn_by_officer = :byOfficer, texts = texts || :texts::jsonb
                        WHERE id = :id
                        """)
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("byPost", by.post().postId())
                .param("byOfficer", by.name())
                .param("texts", EventJson.write(new Reason(reason)))
                .update();
    }

    /** One of a record's papers. */
    Optional<RecordDocument> find(String recordId, String id) {
        return jdbc.sql(SELECT + "WHERE record_id = :record AND id = :id")
                .param("record", recordId)
                .param("id", id)
                .query(DocumentTable::document)
                .optional();
    }

    /** Whether a paper of that number counts already. */
    boolean has(String recordId, String number) {
        return jdbc.sql(
                        """
                        SELECT 1 FROM record_document
                        WHERE record_id = :record AND number = :number AND withdrawn_at IS NULL
                        """)
                .param("record", recordId)
                .param("number", number)
                .query((rs, row) -> true)
                .optional()
                .orElse(false);
    }

    List<RecordDocument> of(String recordId, String after, int some) {
        return jdbc.sql(
                        SELECT
                                + "WHERE record_id = :record AND id > :after ORDER BY id LIMIT :some")
                .param("record", recordId)
                .param("after", after)
                .param("some", some)
                .query(DocumentTable::document)
                .list();
    }

    private static RecordDocument document(ResultSet rs, int row) throws SQLException {
        return new RecordDocument(
                rs.getString("id"),
                rs.getString("number"),
                rs.getObject("dated", LocalDate.class),
                optional(rs, "title"),
                hex(rs.getBytes("sha256")),
                rs.getString("lies_at"),
                rs.getObject("added_at", OffsetDateTime.class).toInstant(),
                rs.getString("by_post"),
                instant(rs.getObject("withdrawn_at", OffsetDateTime.class)),
                optional(rs, "withdrawn_by_post"),
                optional(rs, "reason"));
    }

    private static @Nullable String optional(ResultSet rs, String column) throws SQLException {
        return rs.getString(column);
    }

    private static @Nullable String hex(byte @Nullable [] digest) {
        return digest == null ? null : HexFormat.of().formatHex(digest);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
