package haicap.platform.inbox;

/** An event cannot be applied as things are, however often it is tried at once: it is parked. */
public final class CannotApply extends RuntimeException {

    static final String UNKNOWN_UNIT = "unknown-unit ";

    public CannotApply(String reason) {
        super(reason);
    }

    /** Why an event was not applied, for those who look at parked messages. */
    public static String reason(RuntimeException failure) {
        return failure instanceof CannotApply
                ? String.valueOf(failure.getMessage())
                : failure.toString();
    }

    /** The unit has not been heard of yet; the event is tried again by itself. */
    public static CannotApply unknownUnit(String unitId) {
        return new CannotApply(UNKNOWN_UNIT + unitId);
    }
}
