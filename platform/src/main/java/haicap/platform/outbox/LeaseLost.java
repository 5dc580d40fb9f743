package haicap.platform.outbox;

/** Another process relays now. */
final class LeaseLost extends RuntimeException {

    LeaseLost(long leaseNumber) {
        super("lease " + leaseNumber + " is no longer the relay's");
    }
}
