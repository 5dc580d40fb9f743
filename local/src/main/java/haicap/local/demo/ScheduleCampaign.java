package haicap.local.demo;

import java.util.List;

/** The staff office says which team visits which units. */
record ScheduleCampaign(Inspection inspection, Sheet campaign) implements Task {

    @Override
    public Business business() {
        return Business.VISITS;
    }

    @Override
    public Order order(Script script) {
        return Order.deciding(
                Department.STAFF.head(), campaign, "schedule", script.schedule(inspection.teams()));
    }

    @Override
    public List<Task> after(Delivered accepted, Chance chance) throws InterruptedException {
        return inspection.visits(accepted.text("id"));
    }
}
