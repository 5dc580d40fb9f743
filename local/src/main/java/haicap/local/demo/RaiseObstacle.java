package haicap.local.demo;

import java.util.List;

/** A unit says what hinders it. */
record RaiseObstacle(ActingUnit unit, Hindrance hindrance) implements Task {

    private static final String PATH = "/api/v1/obstacles";

    static RaiseObstacle any(ActingUnit unit, Chance chance) {
        return new RaiseObstacle(unit, chance.any(Hindrance.ALL));
    }

    @Override
    public Business business() {
        return Business.OBSTACLES;
    }

    @Override
    public Order order(Script script) {
        return Order.making(unit.officer(), PATH, script.obstacle(hindrance));
    }

    @Override
    public List<Task> after(Delivered accepted, Chance chance) {
        var obstacle = Sheet.made(PATH, accepted);
        return List.of(
                new PursueObstacle(unit, hindrance.department(), obstacle, ObstacleStep.TRIAGE));
    }
}
