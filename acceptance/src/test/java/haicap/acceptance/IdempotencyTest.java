package haicap.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import haicap.acceptance.client.Answer;
import haicap.acceptance.client.Api;
import haicap.acceptance.client.Session.Write;
import haicap.acceptance.load.Paperwork;
import haicap.acceptance.system.Parts;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@InTheHouse
@Order(6)
class IdempotencyTest {

    private final House house;

    IdempotencyTest(House house) {
        this.house = house;
    }

    @Test
    void concurrentRequestsUnderOneKeyMakeOneReport() throws Exception {
        var register = new Register(house, house.unit(4));
        var officer = house.as(house.unit(4).officer());
        var before = register.reports();
        var write = Paperwork.report();

        var answers = together(16, () -> officer.accept(write));

        assertThat(answers).allMatch(Answer::accepted);
        assertThat(answers).extracting(Answer::body).containsOnly(answers.getFirst().body());
        assertThat(answers).extracting(Answer::etag).containsOnly(answers.getFirst().etag());
        assertThat(register.reportsBeside(before)).containsExactly(answers.getFirst().text("id"));
    }

    @Test
    void aRequestWhoseAnswerWasLostIsAnsweredAgainAndMakesNothingNew() throws Exception {
        var register = new Register(house, house.unit(5));
        var officer = house.as(house.unit(5).officer());
        var before = register.reports();
        var write = Paperwork.report();
        try (var line = new LossyLine(house.system().gateway());
                var unlucky = Api.of(house.system(), line.address())) {
            assertThatThrownBy(() -> unlucky.as(house.unit(5).officer()).send(write))
                    .isInstanceOf(UncheckedIOException.class);
        }
        var made = register.reportsBeside(before);

        var again = officer.accept(write).orFail();

        assertThat(made).containsExactly(again.text("id"));
        assertThat(register.reportsBeside(before)).isEqualTo(made);
    }

    @Test
    void theSameKeyWithAnotherRequestIsRefused() {
        var officer = house.as(house.unit(6).officer());
        var write = Paperwork.report();
        officer.accept(write).orFail();

        var other =
                new Write(
                        write.path(), write.body().replace("\"SO\"", "\"EC\""), write.key(), null);
        var answer = officer.accept(other);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("code")).isEqualTo("idempotency-key-reused");
    }

    @Test
    void requestsInFlightWhenTheServiceDiesAreDoneOnceAndAnEarlierAnswerOutlivesIt() {
        var register = new Register(house, house.unit(7));
        var officer = house.as(house.unit(7).officer());
        var earlier = Paperwork.report();
        var first = officer.accept(earlier).orFail();
        var before = register.reports();
        var writing = new Writing(officer, 6);

        house.system().kill(List.of(Parts.CASE));
        writing.stop();
        house.system().start(List.of(Parts.CASE));
        var committed = register.reportsBeside(before).size();
        var ids =
                writing.sent().stream()
                        .map(write -> officer.accept(write).orFail().text("id"))
                        .toList();
        var again = officer.accept(earlier).orFail();

        System.out.printf(
                "the service died: %d requests answered, %d not, %d of these committed%n",
                writing.answered(),
                writing.sent().size() - writing.answered(),
                committed - writing.answered());
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.etag()).isEqualTo(first.etag());
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(register.reportsBeside(before)).containsExactlyInAnyOrderElementsOf(ids);
    }

    private static <T> List<T> together(int times, Callable<T> call) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = IntStream.range(0, times).mapToObj(i -> call).toList();
            return threads.invokeAll(calls).stream().map(Future::resultNow).toList();
        }
    }
}
