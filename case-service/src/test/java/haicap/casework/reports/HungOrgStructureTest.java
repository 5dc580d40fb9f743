package haicap.casework.reports;

import static haicap.casework.testing.Bodies.intake;
import static haicap.casework.testing.Caller.holding;
import static org.assertj.core.api.Assertions.assertThat;

import haicap.casework.testing.Caller.Answered;
import haicap.casework.testing.CaseService;
import haicap.casework.testing.Hanoi;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** With a copy that is too old, and an org-structure that answers nobody. */
class HungOrgStructureTest {

    @Test
    void intakeAndReadsOfTheOwnUnitGoOnAndDecisionsAreRefused() {
        var report = Reports.received();
        CaseService.whileNobodyTellsWhoHoldsWhat(() -> {
            var duty = holding(Hanoi.DUTY);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var answers =
                        IntStream.range(0, 100)
                                .mapToObj(i ->
                                        threads.submit(() -> duty.post(Reports.PATH, intake())))
                                .toList();
                assertThat(answers)
                        .extracting(answer -> answer.get())
                        .extracting(Answered::status)
                        .containsOnly(201);
            }
            assertThat(duty.get(Reports.path(report)).status()).isEqualTo(200);
            var decision = Reports.classify(holding(Hanoi.CHIEF), report);
            assertThat(decision.status()).isEqualTo(503);
            assertThat(decision.at("/code")).isEqualTo("organisation-unknown");
        });
    }
}
