package haicap.local.demo;

import java.util.List;

/** A report on its way. */
record PursueReport(ActingUnit unit, Sheet report, ReportStep step) implements Task {

    private static final Department AGENCY = Department.INVESTIGATION;

    @Override
    public Business business() {
        return Business.REPORTS;
    }

    @Override
    public Order order(Script script) {
        return switch (step) {
            case CLASSIFICATION -> by(unit.chief(), "classification", script.classification());
            case ASSIGNMENT -> by(unit.chief(), "assignment", script.assignment(unit.dutyPost()));
            case HAND_OVER -> by(unit.chief(), "hand-over", script.handOver(AGENCY.unitId()));
            case PROCURACY_NOTICE -> duty("procuracy-notice", script);
            case ASSIGNMENT_AT_AGENCY ->
                    by(AGENCY.head(), "assignment", script.assignment(AGENCY.head()));
            // never by who handles the report, and that is the head
            case EXTENSION -> by(DeputyDirectors.FOR_CRIME, "extension", script.decision());
            case INSTITUTION -> by(AGENCY.head(), "institution", script.decision());
            case NON_INSTITUTION -> by(AGENCY.head(), "non-institution", script.decision());
            case DECISION_DISPATCH -> duty("decision-dispatch", script);
            case REPORTER_NOTICE -> duty("reporter-notice", script);
        };
    }

    @Override
    public List<Task> after(Delivered accepted, Chance chance) {
        return step
                .next(chance)
                .<Task>map(next -> new PursueReport(unit, report.now(accepted), next))
                .stream()
                .toList();
    }

    private Order duty(String duty, Script script) {
        return by(AGENCY.head(), "duties/" + duty + "/completion", script.decision());
    }

    private Order by(String client, String act, String json) {
        return Order.deciding(client, report, act, json);
    }
}
