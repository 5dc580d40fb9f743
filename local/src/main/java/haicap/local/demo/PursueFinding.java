package haicap.local.demo;

import java.util.List;

/** A finding on its way between the unit that owns it and the leader who found it. */
record PursueFinding(ActingUnit unit, String leader, Sheet finding, FindingStep step)
        implements Task {

    @Override
    public Business business() {
        return Business.FINDINGS;
    }

    @Override
    public Order order(Script script) {
        return switch (step) {
            case REMEDY -> by(unit.chief(), "remedy", script.remedy());
            case VERIFICATION -> by(leader, "verification", script.verification(true));
            case RETURN -> by(leader, "verification", script.verification(false));
        };
    }

    @Override
    public List<Task> after(Delivered accepted, Chance chance) {
        return step
                .next(chance)
                .<Task>map(next -> new PursueFinding(unit, leader, finding.now(accepted), next))
                .stream()
                .toList();
    }

    private Order by(String client, String act, String json) {
        return Order.deciding(client, finding, act, json);
    }
}
