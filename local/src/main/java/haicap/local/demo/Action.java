package haicap.local.demo;

import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** One thing that a unit does at its turn: mostly it takes down a report. */
final class Action {

    private static final int OBSTACLES_PER_HUNDRED = 4;
    private static final int DECISIONS_PER_HUNDRED = 16;

    private final ActingUnit unit;
    private final int number;
    private final int dice;
    private final Script script;

    Action(ActingUnit unit, int number, RandomGenerator chance, Instant now) {
        this.unit = unit;
        this.number = number;
        this.dice = chance.nextInt(100);
        this.script = new Script(chance, now);
    }

    Delivered perform(Delivery delivery, String run, Instant due) throws InterruptedException {
        var key = "demo-%s-%d".formatted(run, number);
        if (dice < OBSTACLES_PER_HUNDRED) {
            return delivery.deliver(
                    Order.of(unit.officer(), "/api/v1/obstacles", script.obstacle()), key, due);
        }
        var pending =
                dice < OBSTACLES_PER_HUNDRED + DECISIONS_PER_HUNDRED
                        ? unit.next()
                        : Optional.<ActingUnit.Pending>empty();
        return pending.isPresent()
                ? decide(pending.get(), delivery, key, due)
                : receive(delivery, key, due);
    }

    private Delivered receive(Delivery delivery, String key, Instant due)
            throws InterruptedException {
        var delivered =
                delivery.deliver(
                        Order.of(unit.officer(), "/api/v1/crime-reports", script.intake()),
                        key,
                        due);
        if (delivered.accepted()) {
            unit.remember(delivered, false);
        }
        return delivered;
    }

    private Delivered decide(ActingUnit.Pending report, Delivery delivery, String key, Instant due)
            throws InterruptedException {
        var path = "/api/v1/crime-reports/" + report.id();
        var paper = "%d/QĐ".formatted(number);
        var order =
                report.classified()
                        ? Order.of(
                                unit.chief(),
                                path + "/assignment",
                                script.assignment(paper, unit.dutyPost()))
                        : Order.of(
                                unit.chief(),
                                path + "/classification",
                                script.classification(paper));
        var delivered = delivery.deliver(order.matching(report.etag()), key, due);
        if (delivered.accepted() && !report.classified()) {
            unit.remember(delivered, true);
        }
        return delivered;
    }
}
