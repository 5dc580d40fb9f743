package haicap.platform.problems;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of a refusal: RFC 9457 with a stable {@code code}, the trace and one entry per fault.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        String traceId,
        @Nullable List<Entry> errors) {

    /** Media type of every refusal. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** One fault: where, what, and the text for people. */
    public record Entry(String pointer, String code, String detail) {}
}
