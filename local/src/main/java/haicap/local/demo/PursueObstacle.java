package haicap.local.demo;

import java.util.List;

/** An obstacle on its way from the staff office to a department and back to its unit. */
record PursueObstacle(ActingUnit unit, Department department, Sheet obstacle, ObstacleStep step)
        implements Task {

    @Override
    public Business business() {
        return Business.OBSTACLES;
    }

    @Override
    public Order order(Script script) {
        return switch (step) {
            case TRIAGE ->
                    by(Department.STAFF.head(), "triage", script.triage(department.unitId()));
            case ANSWER -> by(department.head(), "answer", script.answer());
            case CONFIRMATION -> by(unit.chief(), "confirmation", script.confirmation(true));
            case RETURN -> by(unit.chief(), "confirmation", script.confirmation(false));
        };
    }

    @Override
    public List<Task> after(Delivered accepted, Chance chance) {
        return step
                .next(chance)
                .<Task>map(
                        next -> new PursueObstacle(unit, department, obstacle.now(accepted), next))
                .stream()
                .toList();
    }

    private Order by(String client, String act, String json) {
        return Order.deciding(client, obstacle, act, json);
    }
}
