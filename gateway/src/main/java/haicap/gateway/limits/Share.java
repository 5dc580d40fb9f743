package haicap.gateway.limits;

import java.util.concurrent.atomic.AtomicLong;

/** What one body has taken of the budget; given back once. */
final class Share {

    private final BodyBudget budget;
    private final String caller;
    private final AtomicLong taken = new AtomicLong();

    Share(BodyBudget budget, String caller) {
        this.budget = budget;
        this.caller = caller;
    }

    void take(long bytes) {
        budget.take(caller, bytes);
        taken.addAndGet(bytes);
    }

    void giveBack() {
        var bytes = taken.getAndSet(0);
        if (bytes > 0) {
            budget.giveBack(caller, bytes);
        }
    }
}
