package haicap.platform.access;

/**
 * A controller that serves many kinds of things and knows of which kind its own are: an operation
 * of it that is not open to a caller says of that kind that there is no such thing.
 */
public interface OfKind {

    /** As refusals name it, such as {@code finding}. */
    String kind();
}
