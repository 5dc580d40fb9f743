package haicap.local.demo;

import java.util.List;

/** A duty officer takes down what somebody reports. */
record ReceiveReport(ActingUnit unit) implements Task {

    private static final String PATH = "/api/v1/crime-reports";

    @Override
    public Business business() {
        return Business.REPORTS;
    }

    @Override
    public Order order(Script script) {
        return Order.making(unit.officer(), PATH, script.intake());
    }

    @Override
    public List<Task> after(Delivered accepted, Chance chance) {
        return chance.happens(Day.CLASSIFIED)
                ? List.of(
                        new PursueReport(
                                unit, Sheet.made(PATH, accepted), ReportStep.CLASSIFICATION))
                : List.of();
    }
}
