package haicap.gateway.outages;

/** An instance has neither a turn for a call nor room to wait for one. */
public final class NoTurn extends RuntimeException {

    NoTurn() {
        super("no turn", null, false, false);
    }
}
