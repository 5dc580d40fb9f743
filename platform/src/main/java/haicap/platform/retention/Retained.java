package haicap.platform.retention;

/** Whoever keeps what has a time to end: a bean by which retention finds the class. */
public interface Retained {

    /** The class whose time ends. */
    RecordClass retained();
}
