package haicap.casework.reports;

import static haicap.casework.testing.Caller.holding;
import static org.assertj.core.api.Assertions.assertThat;

import haicap.casework.testing.Bodies;
import haicap.casework.testing.Caller;
import haicap.casework.testing.Caller.Answered;
import haicap.casework.testing.Hanoi;

/** Reports in a state, brought there through the doors. */
final class Reports {

    static final String PATH = "/api/v1/crime-reports";

    private Reports() {}

    static Answered received() {
        return receivedBy(Hanoi.DUTY);
    }

    static Answered receivedBy(String post) {
        var answer = holding(post).post(PATH, Bodies.intake());
        assertThat(answer.status()).isEqualTo(201);
        return answer;
    }

    static Answered classified() {
        var answer = classify(holding(Hanoi.CHIEF), received());
        assertThat(answer.status()).isEqualTo(200);
        return answer;
    }

    static Answered classify(Caller by, Answered seen) {
        return by.post(
                path(seen) + "/classification",
                Bodies.classification(),
                "If-Match",
                seen.header("ETag"));
    }

    static Answered assign(Caller by, Answered seen, String post) {
        return by.post(
                path(seen) + "/assignment",
                Bodies.assignmentTo(post),
                "If-Match",
                seen.header("ETag"));
    }

    static String path(Answered report) {
        return PATH + "/" + report.at("/id");
    }
}
