package haicap.local.demo;

import java.util.List;

/** The leader of a team concludes a visit and writes down what was found. */
record ConcludeVisit(ActingUnit unit, String leader, Sheet visit) implements Task {

    @Override
    public Business business() {
        return Business.VISITS;
    }

    @Override
    public Order order(Script script) {
        return Order.deciding(leader, visit, "conclusion", script.conclusion(unit.chiefPost()));
    }

    @Override
    public List<Task> after(Delivered accepted, Chance chance) {
        return accepted.json()
                .path("findingIds")
                .valueStream()
                .map(id -> Sheet.unseen("/api/v1/findings/" + id.asString()))
                .<Task>map(finding -> new PursueFinding(unit, leader, finding, FindingStep.REMEDY))
                .toList();
    }
}
