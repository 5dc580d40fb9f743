package haicap.acceptance.load;

import haicap.acceptance.client.Session.Write;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** The bodies of what units write. */
public final class Paperwork {

    private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Clock CLOCK = Clock.systemUTC();

    private Paperwork() {}

    /** A report of a theft, received now. */
    public static Write report() {
        return new Write(
                "/api/v1/crime-reports",
                """
                {"occurredOn": "%s", "receivedAt": "%s", "category": "SO", "severity": "SERIOUS", \
                "channel": "IN_PERSON", "summary": "Mất trộm xe máy tại chợ"}\
                """
                        .formatted(today(), now()));
    }

    /** The decision of a report's class. */
    public static Write classification(String report, String etag) {
        return new Write(
                        "/api/v1/crime-reports/%s/classification".formatted(report),
                        """
                        {"decisionNumber": "12/QĐ", "decidedAt": "%s", "category": "EC", \
                        "severity": "LESS_SERIOUS"}\
                        """
                                .formatted(now()))
                .onVersion(etag);
    }

    /** The decision of who works on a report. */
    public static Write assignment(String report, String post, String etag) {
        return new Write(
                        "/api/v1/crime-reports/%s/assignment".formatted(report),
                        """
                        {"decisionNumber": "13/QĐ", "decidedAt": "%s", "postId": "%s"}\
                        """
                                .formatted(now(), post))
                .onVersion(etag);
    }

    /** The decision to hand a report over to another unit. */
    static Write handOver(String report, String unitId, String etag) {
        return new Write(
                        "/api/v1/crime-reports/%s/hand-over".formatted(report),
                        """
                        {"decisionNumber": "16/QĐ", "decidedAt": "%s", "toUnitId": "%s"}\
                        """
                                .formatted(now(), unitId))
                .onVersion(etag);
    }

    /** A decision on a report that says no more than itself. */
    static Write ruling(String report, String act, String etag) {
        return new Write(
                        "/api/v1/crime-reports/%s/%s".formatted(report, act),
                        """
                        {"decisionNumber": "17/QĐ", "decidedAt": "%s"}\
                        """
                                .formatted(now()))
                .onVersion(etag);
    }

    /** Something that keeps a unit from its work. */
    public static Write obstacle() {
        return new Write(
                "/api/v1/obstacles",
                """
                {"field": "GENERAL", "severity": "MEDIUM", "description": "Trụ sở thiếu phòng làm việc"}\
                """);
    }

    /** The end of an appointment, at once. */
    public static Write ending(String appointment, String etag) {
        return new Write(
                        "/api/v1/appointments/%s/ending".formatted(appointment),
                        """
                        {"decisionNumber": "14/QĐ", "decidedAt": "%s"}\
                        """
                                .formatted(now()))
                .onVersion(etag);
    }

    /** An officer's appointment to a post, at once. */
    public static Write appointment(String post, String serviceNumber) {
        return new Write(
                "/api/v1/posts/%s/appointments".formatted(post),
                """
                {"serviceNumber": "%s", "decisionNumber": "15/QĐ", "decidedAt": "%s"}\
                """
                        .formatted(serviceNumber, now()));
    }

    static LocalDate today() {
        return LocalDate.now(CLOCK.withZone(HANOI));
    }

    static String now() {
        return CLOCK.instant().truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
