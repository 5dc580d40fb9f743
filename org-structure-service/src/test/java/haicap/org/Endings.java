package haicap.org;

import haicap.org.RunningService.Reply;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Appointments ended as people end them. */
public final class Endings {

    /** One and the same, so that an order that is repeated under one key says the same. */
    private static final String DECISION =
            """
            {"decisionNumber": "12/QĐ-CATP", "decidedAt": "%s"}
            """
                    .formatted(Instant.now());

    private Endings() {}

    public static String appointmentOf(RunningService service, String postId) {
        return service.get("/api/v1/posts/" + postId, RunningService.OPERATOR)
                .body()
                .at("/holders/0/appointmentId")
                .asString();
    }

    public static String etag(RunningService service, String appointmentId) {
        return service.get("/api/v1/appointments/" + appointmentId, RunningService.OPERATOR)
                .header("ETag");
    }

    public static Reply end(
            RunningService service, String appointmentId, String token, String... headers) {
        return service.post(
                "/api/v1/appointments/" + appointmentId + "/ending", token, DECISION, headers);
    }

    /** Ends whoever holds the post now, by the head of personnel. */
    static void endOnce(RunningService service, String postId) {
        var id = appointmentOf(service, postId);
        if (!id.isEmpty()) {
            var headers = new ArrayList<>(List.of("If-Match", etag(service, id)));
            end(service, id, service.tokenOf("px01-head"), headers.toArray(String[]::new));
        }
    }

    /** Somebody takes a vacant post, by the head of personnel. */
    static void appointOnce(RunningService service, String postId) {
        if (appointmentOf(service, postId).isEmpty()) {
            service.post(
                    "/api/v1/posts/" + postId + "/appointments",
                    service.tokenOf("px01-head"),
                    """
                    {"serviceNumber": "%s", "decisionNumber": "13/QĐ-CATP", "decidedAt": "%s"}
                    """
                            .formatted(service.holderOf("chief-00145-20250701"), Instant.now()));
        }
    }
}
