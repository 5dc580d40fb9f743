package haicap.local.demo;

import java.time.Instant;

/** One thing that somebody does: something new, or the next step of something begun. */
final class Action {

    private final ActingUnit unit;
    private final int number;
    private final Chance chance;
    private final Script script;

    Action(ActingUnit unit, int number, Chance chance, Instant now) {
        this.unit = unit;
        this.number = number;
        this.chance = chance;
        this.script = new Script(chance, now, "%d/QĐ".formatted(number));
    }

    Delivered perform(Desk desk, Delivery delivery, String run, Instant due)
            throws InterruptedException {
        var key = "demo-%s-%d".formatted(run, number);
        var task = choose(desk);
        var delivered = delivery.deliver(task.order(script), key, due);
        if (delivered.accepted()) {
            desk.put(task.after(delivered, chance));
        }
        return delivered;
    }

    private Task choose(Desk desk) {
        var lot = chance.lot();
        return Day.raisesObstacle(lot)
                ? RaiseObstacle.any(unit, chance)
                : Day.goesOn(lot).flatMap(desk::next).orElseGet(() -> new ReceiveReport(unit));
    }
}
