package haicap.casework.testing;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/** Request bodies that are right, and how to make one differ. */
public final class Bodies {

    private Bodies() {}

    /** A report of today. */
    public static Map<String, Object> intake() {
        var body = new HashMap<String, Object>();
        body.put(
                "occurredOn",
                LocalDate.ofInstant(CaseService.clock().instant(), ZoneOffset.UTC).toString());
        body.put("receivedAt", CaseService.clock().instant().toString());
        body.put("category", "SO");
        body.put("severity", "SERIOUS");
        body.put("channel", "IN_PERSON");
        body.put("summary", "Mất xe máy trước cửa nhà");
        return body;
    }

    /** A decision that classifies. */
    public static Map<String, Object> classification() {
        var body = new HashMap<String, Object>();
        body.put("decisionNumber", "12/QĐ-CAP");
        body.put("decidedAt", CaseService.clock().instant().toString());
        body.put("category", "SO");
        body.put("severity", "SERIOUS");
        return body;
    }

    /** A decision that gives the report to a post. */
    public static Map<String, Object> assignmentTo(String post) {
        var body = new HashMap<String, Object>();
        body.put("decisionNumber", "13/QĐ-CAP");
        body.put("decidedAt", CaseService.clock().instant().toString());
        body.put("postId", post);
        return body;
    }

    /** A decision that says no more than itself. */
    public static Map<String, Object> ruling() {
        var body = new HashMap<String, Object>();
        body.put("decisionNumber", "14/QĐ-CSĐT");
        body.put("decidedAt", CaseService.clock().instant().toString());
        return body;
    }

    /** A decision that hands the report over. */
    public static Map<String, Object> handOverTo(String unit) {
        return with(ruling(), "toUnitId", unit);
    }

    /** The body with another value. */
    public static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        var other = new HashMap<>(body);
        other.put(field, value);
        return other;
    }
}
