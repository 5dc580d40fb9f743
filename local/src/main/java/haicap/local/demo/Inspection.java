package haicap.local.demo;

import haicap.local.parts.Failure;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The inspection of all units that runs today, or is to be announced. */
final class Inspection {

    static final String CAMPAIGNS = "/api/v1/campaigns";

    private static final String VISITS = "/api/v1/visits";
    private static final String STAFF = Department.STAFF.head();

    private final Delivery delivery;
    private final List<ActingUnit> all;
    private final Map<String, ActingUnit> acting;

    /**
     * Of these units.
     *
     * @param all every commune of today, for a schedule must name them all
     * @param acting those of them that do something; only they are visited
     */
    Inspection(Delivery delivery, List<ActingUnit> all, List<ActingUnit> acting) {
        this.delivery = delivery;
        this.all = all;
        this.acting =
                acting.stream().collect(Collectors.toMap(ActingUnit::id, Function.identity()));
    }

    /** What there is to do first: where no campaign runs on this day, to announce one. */
    List<Task> opening(LocalDate day) throws InterruptedException {
        var running =
                items(CAMPAIGNS + "?limit=500").stream()
                        .filter(campaign -> covers(campaign, day))
                        .toList();
        if (running.isEmpty()) {
            return List.of(new AnnounceCampaign(this));
        }
        var tasks = new ArrayList<Task>();
        for (var campaign : running) {
            tasks.addAll(goingOn(campaign));
        }
        return tasks;
    }

    private List<Task> goingOn(JsonNode campaign) throws InterruptedException {
        var id = campaign.path("id").asString();
        return campaign.path("state").asString().equals("SCHEDULED")
                ? visits(id)
                : List.of(new ScheduleCampaign(this, Sheet.unseen(CAMPAIGNS + "/" + id)));
    }

    /** The visits to come, in the order of their days. */
    List<Task> visits(String campaign) throws InterruptedException {
        return items(VISITS + "?state=SCHEDULED&limit=500&campaignId=" + campaign).stream()
                .flatMap(this::visit)
                .toList();
    }

    /** The units of each leader, dealt out in turn. */
    Map<String, List<String>> teams() {
        var leaders = DeputyDirectors.ALL;
        return IntStream.range(0, all.size())
                .boxed()
                .collect(
                        Collectors.groupingBy(
                                number -> leaders.get(number % leaders.size()),
                                LinkedHashMap::new,
                                Collectors.mapping(
                                        number -> all.get(number).id(), Collectors.toList())));
    }

    private Stream<Task> visit(JsonNode visit) {
        var unit = acting.get(visit.path("unitId").asString());
        if (unit == null) {
            return Stream.empty();
        }
        var leader = visit.path("leaderPostId").asString();
        var sheet = Sheet.unseen(VISITS + "/" + visit.path("id").asString());
        return Stream.of(new ConcludeVisit(unit, leader, sheet));
    }

    private static boolean covers(JsonNode campaign, LocalDate day) {
        return !day.isBefore(LocalDate.parse(campaign.path("startsOn").asString()))
                && !day.isAfter(LocalDate.parse(campaign.path("endsOn").asString()));
    }

    private List<JsonNode> items(String path) throws InterruptedException {
        var answer = delivery.read(STAFF, path, Instant.now());
        if (!answer.accepted()) {
            throw new Failure(
                    "Không đọc được %s (HTTP %d)".formatted(path, answer.status()),
                    "Cannot read " + path);
        }
        return answer.json().path("items").valueStream().toList();
    }
}
