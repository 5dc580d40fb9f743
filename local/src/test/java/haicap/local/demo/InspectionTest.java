package haicap.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.local.api.Api;
import haicap.local.api.StubGateway;
import haicap.local.api.StubGateway.Call;
import haicap.local.api.StubGateway.Reply;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InspectionTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    private static final List<ActingUnit> UNITS =
            IntStream.rangeClosed(1, 126)
                    .mapToObj(number ->
                            new ActingUnit(
                                    "%05d".formatted(number), "%05d-20250701".formatted(number)))
                    .toList();
    private static final String CAMPAIGN =
            """
            {"items":[{"id":"ca-1","state":"%s","startsOn":"%s","endsOn":"2026-12-01"}]}\
            """;

    @Test
    void isAnnouncedWhenNoneRunsToday() throws Exception {
        var past = CAMPAIGN.formatted("SCHEDULED", "2026-11-23");

        assertThat(opening(call -> new Reply(200, past)))
                .hasOnlyElementsOfType(AnnounceCampaign.class)
                .hasSize(1);
    }

    @Test
    void isScheduledWhenItWasOnlyAnnounced() throws Exception {
        var announced = CAMPAIGN.formatted("ANNOUNCED", "2026-11-22");

        assertThat(opening(call -> new Reply(200, announced)))
                .hasOnlyElementsOfType(ScheduleCampaign.class)
                .hasSize(1);
    }

    @Test
    void goesOnWithTheVisitsToComeOfTheUnitsThatAct() throws Exception {
        var visits =
                """
                {"items":[
                  {"id":"vi-1","unitId":"00002-20250701","leaderPostId":"deputy-director-2"},
                  {"id":"vi-2","unitId":"99999-20250701","leaderPostId":"deputy-director-3"}]}
                """;
        var scheduled = CAMPAIGN.formatted("SCHEDULED", "2026-11-01");

        assertThat(
                        opening(call ->
                                new Reply(
                                        200, call.path().contains("visits") ? visits : scheduled)))
                .containsExactly(
                        new ConcludeVisit(
                                UNITS.get(1),
                                "deputy-director-2",
                                Sheet.unseen("/api/v1/visits/vi-1")));
    }

    @Test
    void hasSevenTeamsThatVisitEveryUnitOnce() throws Exception {
        try (var gateway = new StubGateway(call -> new Reply(200, "{}"));
                var api = new Api(gateway.url())) {
            var teams = new Inspection(new Delivery(api), UNITS, UNITS.subList(0, 3)).teams();

            assertThat(teams.keySet()).containsExactlyElementsOf(DeputyDirectors.ALL);
            assertThat(teams.values().stream().flatMap(List::stream))
                    .containsExactlyInAnyOrderElementsOf(
                            UNITS.stream().map(ActingUnit::id).toList());
        }
    }

    private static List<Task> opening(Function<Call, Reply> answers)
            throws IOException, InterruptedException {
        try (var gateway = new StubGateway(answers);
                var api = new Api(gateway.url())) {
            return new Inspection(new Delivery(api), UNITS, UNITS).opening(TODAY);
        }
    }
}
