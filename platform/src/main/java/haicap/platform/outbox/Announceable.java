package haicap.platform.outbox;

/** Whoever keeps aggregates of one kind: a bean by which a re-announcement finds the kind. */
public interface Announceable {

    /** How they are announced. */
    AnnouncedKind announced();
}
