package haicap.platform.writes;

import java.util.HashSet;
import java.util.Set;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What is to be done only when a transaction's writes are there for all. */
public final class AfterCommit {

    private AfterCommit() {}

    /**
     * Does the work in this thread as soon as the transaction at hand has committed; never, when it
     * is rolled back, be it only to a savepoint that was set before this call.
     *
     * @throws IllegalStateException outside of a transaction
     */
    public static void run(Runnable work) {
        TransactionSynchronizationManager.registerSynchronization(new Work(work));
    }

    private static final class Work implements TransactionSynchronization {

        private final Runnable work;
        private final Set<Object> savepointsSince = new HashSet<>();
        private boolean isVoid;

        Work(Runnable work) {
            this.work = work;
        }

        @Override
        public void savepoint(Object savepoint) {
            savepointsSince.add(savepoint);
        }

        @Override
        public void savepointRollback(Object savepoint) {
            isVoid |= !savepointsSince.contains(savepoint);
        }

        @Override
        public void afterCommit() {
            if (!isVoid) {
                work.run();
            }
        }
    }
}
