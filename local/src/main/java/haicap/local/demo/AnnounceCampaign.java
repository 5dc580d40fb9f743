package haicap.local.demo;

import java.util.List;

/** The staff office announces an inspection of all units. */
record AnnounceCampaign(Inspection inspection) implements Task {

    @Override
    public Business business() {
        return Business.VISITS;
    }

    @Override
    public Order order(Script script) {
        return Order.making(Department.STAFF.head(), Inspection.CAMPAIGNS, script.campaign());
    }

    @Override
    public List<Task> after(Delivered accepted, Chance chance) {
        var campaign = Sheet.made(Inspection.CAMPAIGNS, accepted);
        return List.of(new ScheduleCampaign(inspection, campaign));
    }
}
