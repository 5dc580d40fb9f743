package haicap.org.events;

/**
 * Where the records of this service are told, for whoever counts; the organisation itself is not.
 */
public final class RecordsTopic {

    /** The topic. */
    public static final String NAME = "haicap.org-records.v1";

    /** What the types of its events begin with. */
    public static final String TYPES = "haicap.org-records.";

    private RecordsTopic() {}
}
