package haicap.platform.writes;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What is to be done only when a transaction's writes are there for all. */
public final class AfterCommit {

    private AfterCommit() {}

    /**
     * Does the work in this thread as soon as the transaction at hand has committed; never, when it
     * is rolled back.
     *
     * @throws IllegalStateException outside of a transaction
     */
    public static void run(Runnable work) {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        work.run();
                    }
                });
    }
}
