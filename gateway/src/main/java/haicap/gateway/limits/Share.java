package haicap.gateway.limits;

/**
 * What one body has taken of the budget; given back once, whole: a piece that comes later, while
 * the body is being given up by another thread, takes nothing any more. Safe for all threads.
 */
final class Share {

    private final BodyBudget budget;
    private final String caller;
    private long taken;
    private boolean isGivenBack;

    Share(BodyBudget budget, String caller) {
        this.budget = budget;
        this.caller = caller;
    }

    synchronized void take(long bytes) {
        if (!isGivenBack) {
            budget.take(caller, bytes);
            taken += bytes;
        }
    }

    synchronized void giveBack() {
        isGivenBack = true;
        if (taken > 0) {
            budget.giveBack(caller, taken);
            taken = 0;
        }
    }
}
