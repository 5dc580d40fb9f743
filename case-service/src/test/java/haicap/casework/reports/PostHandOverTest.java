package haicap.casework.reports;

import static haicap.casework.testing.Bodies.ruling;
import static haicap.casework.testing.Bodies.with;
import static haicap.casework.testing.Caller.holding;
import static org.assertj.core.api.Assertions.assertThat;

import haicap.casework.testing.Caller;
import haicap.casework.testing.Caller.Answered;
import haicap.casework.testing.Hanoi;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostHandOverTest {

    private static final String PATH = "/api/v1/case/post-hand-overs";

    private final Caller chief = holding(Hanoi.CHIEF);

    /** The id of a report that was handed over with all else that its post had. */
    static String handedOver() {
        var chief = holding(Hanoi.CHIEF);
        var report = Reports.assign(chief, Reports.classified(), Hanoi.DUTY).at("/id");
        assertThat(handOver(chief, Hanoi.DUTY, Hanoi.DEPUTY, "").status()).isEqualTo(200);
        return report;
    }

    @Test
    void nothingIsLeftBehindOfAPostsWork() {
        var one = Reports.assign(chief, Reports.classified(), Hanoi.DUTY);
        var other = Reports.assign(chief, Reports.classified(), Hanoi.DUTY);
        var clocks = Reports.clocks(one);

        var done = handOver(chief, Hanoi.DUTY, Hanoi.DEPUTY, "");

        assertThat(done.status()).isEqualTo(200);
        assertThat(ids(done)).contains(one.at("/id"), other.at("/id"));
        assertThat(done.at("/leftBehind")).isEqualTo("0");
        var now = chief.get(Reports.path(one));
        assertThat(now.at("/assignedPostId")).isEqualTo(Hanoi.DEPUTY);
        assertThat(now.at("/state")).isEqualTo("ASSIGNED");
        assertThat(Reports.clocks(now)).isEqualTo(clocks);
        assertThat(chief.get(Reports.path(one) + "/roles").at("/items/0/postId"))
                .isEqualTo(Hanoi.DUTY);
        assertThat(chief.get(Reports.path(one) + "/history").at("/items/3/action"))
                .isEqualTo("post-hand-over");
        assertThat(ids(handOver(chief, Hanoi.DUTY, Hanoi.DEPUTY, "?dryRun=true"))).isEmpty();
    }

    @Test
    void aDryRunNamesWhatWouldGoAndChangesNothing() {
        var report = Reports.assign(chief, Reports.classified(), Hanoi.DUTY);

        var tried = handOver(chief, Hanoi.DUTY, Hanoi.DEPUTY, "?dryRun=true");

        assertThat(ids(tried)).contains(report.at("/id"));
        assertThat(chief.get(Reports.path(report)).header("ETag")).isEqualTo(report.header("ETag"));
    }

    @Test
    void onlyTheCommandOfThePostsUnitDecidesAndOnlyForAPostThatSomebodyHolds() {
        var duty = handOver(holding(Hanoi.DUTY), Hanoi.DUTY, Hanoi.DEPUTY, "");
        assertThat(duty.at("/code")).isEqualTo("post-hand-over-by-chief");
        var others = handOver(holding(Hanoi.OTHER_CHIEF), Hanoi.DUTY, Hanoi.DEPUTY, "");
        assertThat(others.at("/code")).isEqualTo("post-of-others");
        assertThat(fault(handOver(chief, Hanoi.DUTY, Hanoi.OTHER_DUTY, "")))
                .isEqualTo("post-not-of-unit");
        assertThat(fault(handOver(chief, Hanoi.DUTY, Hanoi.VACANT, ""))).isEqualTo("post-not-held");
        assertThat(fault(handOver(chief, Hanoi.DUTY, Hanoi.DUTY, ""))).isEqualTo("same-post");
        assertThat(fault(handOver(chief, "none", Hanoi.DUTY, ""))).isEqualTo("post-unknown");
    }

    private static Answered handOver(Caller by, String from, String to, String query) {
        return by.post(PATH + query, with(with(ruling(), "fromPostId", from), "toPostId", to));
    }

    private static String fault(Answered refused) {
        assertThat(refused.status()).isEqualTo(422);
        return refused.at("/errors/0/code");
    }

    private static List<String> ids(Answered answer) {
        return answer.body()
                .at("/records")
                .valueStream()
                .map(record -> record.at("/id").asString())
                .toList();
    }
}
