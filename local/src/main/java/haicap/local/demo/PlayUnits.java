package haicap.local.demo;

import haicap.local.api.Api;
import haicap.local.parts.Failure;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/**
 * Acts as the units of today. Actions begin at a steady pace whether or not earlier ones have been
 * answered, as people do who know nothing of each other. What is done follows from the seed; the
 * idempotency keys are new in every run, for the same piece played twice happens twice.
 */
public final class PlayUnits {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Api api;
    private final Supplier<Instant> domainNow;
    private final PrintWriter out;

    /** Through this interface, at the system's own idea of what time it is. */
    public PlayUnits(Api api, Supplier<Instant> domainNow, PrintWriter out) {
        this.api = api;
        this.domainNow = domainNow;
        this.out = out;
    }

    /** Plays and prints how it went; says whether every action was answered. */
    public boolean play(Wish wish) throws InterruptedException {
        var units = units(wish.units());
        out.printf(
                "%d đơn vị · units, %d/s, %d s, hạt giống · seed %d%n",
                units.size(), wish.perSecond(), wish.seconds(), wish.seed());
        out.flush();
        meet(units);
        var tally = new Tally(wish.actions());
        var run = UUID.randomUUID().toString().substring(0, 8);
        var delivery = new Delivery(api);
        var chances = new SplittableRandom(wish.seed());
        var begin = Instant.now();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var number = 0; number < wish.actions(); number++) {
                var due = begin.plusNanos(number * 1_000_000_000L / wish.perSecond());
                var chance = chances.split();
                var unit = units.get(chance.nextInt(units.size()));
                var action = new Action(unit, number, chance, domainNow.get());
                sleepUntil(due);
                threads.submit(() -> {
                    tally.add(action.perform(delivery, run, due));
                    return null;
                });
            }
        }
        tally.print(out);
        return tally.unanswered() == 0;
    }

    /** Asks for all tokens beforehand, at a pace that the token endpoint allows. */
    private void meet(List<ActingUnit> units) {
        for (var unit : units) {
            api.token(unit.officer());
            api.token(unit.chief());
        }
    }

    private List<ActingUnit> units(int most) throws InterruptedException {
        try {
            var answer = api.get("operator", "/api/v1/units?tier=COMMUNE&limit=500");
            if (answer.statusCode() != 200) {
                throw new Failure(
                        "Không đọc được danh sách đơn vị (HTTP %d)".formatted(answer.statusCode()),
                        "Cannot read the units");
            }
            return JSON.readTree(answer.body())
                    .path("items")
                    .valueStream()
                    .limit(most)
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
