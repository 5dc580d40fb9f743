package haicap.gateway.outages;

/** An instance has neither a turn for a call nor room to wait for one. */
public final class BulkheadFull extends RuntimeException {

    BulkheadFull() {
        super("no turn", null, false, false);
    }
}
