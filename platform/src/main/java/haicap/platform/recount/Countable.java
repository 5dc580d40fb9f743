package haicap.platform.recount;

/** Whoever keeps files of one kind that are counted: a bean by which the recount finds the kind. */
public interface Countable {

    /** How they are counted. */
    Counts counts();
}
