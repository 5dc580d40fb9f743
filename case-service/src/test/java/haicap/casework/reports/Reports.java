package haicap.casework.reports;

import static haicap.casework.testing.Bodies.handOverTo;
import static haicap.casework.testing.Bodies.ruling;
import static haicap.casework.testing.Caller.holding;
import static org.assertj.core.api.Assertions.assertThat;

import haicap.casework.testing.Bodies;
import haicap.casework.testing.Caller;
import haicap.casework.testing.Caller.Answered;
import haicap.casework.testing.Hanoi;
import java.util.List;
import java.util.Map;

/** Reports in a state, brought there through the doors. */
public final class Reports {

    public static final String PATH = "/api/v1/crime-reports";

    private Reports() {}

    public static Answered received() {
        return receivedBy(Hanoi.DUTY);
    }

    public static Answered receivedBy(String post) {
        var answer = holding(post).post(PATH, Bodies.intake());
        assertThat(answer.status()).isEqualTo(201);
        return answer;
    }

    public static Answered classified() {
        var answer = classify(holding(Hanoi.CHIEF), received());
        assertThat(answer.status()).isEqualTo(200);
        return answer;
    }

    public static Answered classify(Caller by, Answered seen) {
        return by.post(
                path(seen) + "/classification",
                Bodies.classification(),
                "If-Match",
                seen.header("ETag"));
    }

    public static Answered assign(Caller by, Answered seen, String post) {
        return by.post(
                path(seen) + "/assignment",
                Bodies.assignmentTo(post),
                "If-Match",
                seen.header("ETag"));
    }

    public static Answered handedOver() {
        return handedOver(received());
    }

    public static Answered handedOver(Answered seen) {
        var answer = decide(holding(Hanoi.CHIEF), seen, "hand-over", handOverTo(Hanoi.PC01));
        assertThat(answer.status()).isEqualTo(200);
        return answer;
    }

    public static Answered assignedTo(String post, Answered seen) {
        var answer = assign(holding(Hanoi.PC01_HEAD), seen, post);
        assertThat(answer.status()).isEqualTo(200);
        return answer;
    }

    public static Answered notInstituted() {
        var answer = decide(holding(Hanoi.PC01_HEAD), handedOver(), "non-institution", ruling());
        assertThat(answer.status()).isEqualTo(200);
        return answer;
    }

    /** Takes a decision on the report as it was seen. */
    public static Answered decide(Caller by, Answered seen, String action, Map<String, ?> body) {
        return by.post(path(seen) + "/" + action, body, "If-Match", seen.header("ETag"));
    }

    /** Each clock as rule and state. */
    public static List<String> clocks(Answered report) {
        return report.body()
                .at("/deadlines")
                .valueStream()
                .map(clock -> clock.at("/rule").asString() + " " + clock.at("/state").asString())
                .toList();
    }

    public static String path(Answered report) {
        return PATH + "/" + report.at("/id");
    }
}
