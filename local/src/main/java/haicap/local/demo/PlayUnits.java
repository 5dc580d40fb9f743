package haicap.local.demo;

import haicap.local.api.Api;
import haicap.local.parts.Failure;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Acts as the units of today, and as those who decide on what comes from them. Actions begin at a
 * steady pace whether or not earlier ones have been answered, as people do who know nothing of each
 * other. When the system is too slow for that and {@value #MOST_OPEN} are open, the next ones wait,
 * and their waiting counts. What is done follows from the seed; the idempotency keys are new in
 * every run, for the same piece played twice happens twice.
 */
public final class PlayUnits {

    /** More would fill the player's memory. */
    static final int MOST_OPEN = 500;

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String UNITS = "/api/v1/units?tier=COMMUNE&limit=500";

    private final Api api;
    private final Delivery delivery;
    private final Supplier<Instant> domainNow;
    private final PrintWriter out;

    /** Through this interface, at the system's own idea of what time it is. */
    public PlayUnits(Api api, Supplier<Instant> domainNow, PrintWriter out) {
        this.api = api;
        this.delivery = new Delivery(api);
        this.domainNow = domainNow;
        this.out = out;
    }

    /** Plays and prints how it went; says whether every action was answered. */
    public boolean play(Wish wish) throws InterruptedException {
        var all = units();
        var acting = all.subList(0, Math.min(wish.units(), all.size()));
        out.printf(
                "%d đơn vị · units, %d/s, %d s, hạt giống · seed %d%n",
                acting.size(), wish.perSecond(), wish.seconds(), wish.seed());
        out.flush();
        meet(acting);
        var desk = new Desk();
        desk.put(new Inspection(delivery, all, acting).opening(Script.dayOf(domainNow.get())));
        var tally = perform(wish, acting, desk);
        tally.print(out);
        return tally.unanswered() == 0;
    }

    private Tally perform(Wish wish, List<ActingUnit> units, Desk desk)
            throws InterruptedException {
        var tally = new Tally(wish.actions());
        var run = UUID.randomUUID().toString().substring(0, 8);
        var chances = new SplittableRandom(wish.seed());
        var open = new Semaphore(MOST_OPEN);
        var begin = Instant.now();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var number = 0; number < wish.actions(); number++) {
                var due = begin.plusNanos(number * 1_000_000_000L / wish.perSecond());
                var chance = new Chance(chances.split());
                var action = new Action(chance.any(units), number, chance, domainNow.get());
                sleepUntil(due);
                open.acquire();
                threads.submit(() -> {
                    try {
                        tally.add(action.perform(desk, delivery, run, due));
                    } finally {
                        open.release();
                    }
                    return null;
                });
            }
        }
        return tally;
    }

    /** Asks for all tokens beforehand, at a pace that the token endpoint allows. */
    private void meet(List<ActingUnit> units) {
        units.forEach(unit -> {
            api.token(unit.officer());
            api.token(unit.chief());
        });
        DeputyDirectors.ALL.forEach(api::token);
        Stream.concat(
                        Stream.of(Department.STAFF, Department.INVESTIGATION),
                        Arrays.stream(Hindrance.values()).map(Hindrance::department))
                .map(Department::head)
                .forEach(api::token);
    }

    private List<ActingUnit> units() throws InterruptedException {
        try {
            var answer = api.get("operator", UNITS);
            if (answer.statusCode() != 200) {
                throw new Failure(
                        "Không đọc được danh sách đơn vị (HTTP %d)".formatted(answer.statusCode()),
                        "Cannot read the units");
            }
            return JSON.readTree(answer.body())
                    .path("items")
                    .valueStream()
                    .map(unit ->
                            new ActingUnit(
                                    unit.path("code").asString(), unit.path("id").asString()))
                    .toList();
        } catch (IOException e) {
            throw new Failure(
                    "Không gọi được cổng; hệ thống đã chạy chưa?",
                    "The gateway does not answer; is the system up?",
                    e);
        }
    }

    private static void sleepUntil(Instant due) throws InterruptedException {
        var wait = Duration.between(Instant.now(), due);
        if (wait.isPositive()) {
            Thread.sleep(wait);
        }
    }
}
