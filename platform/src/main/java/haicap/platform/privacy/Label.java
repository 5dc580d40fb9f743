package haicap.platform.privacy;

/**
 * How a record or an export may be handled; every one that people read bears one. What is a state
 * secret is not kept here at all: a record may only say that such a thing exists elsewhere.
 */
public enum Label {
    /** For everybody. */
    NORMAL,
    /** Within the force. */
    INTERNAL,
    /** For those whose matter it is; reading it is on record. */
    RESTRICTED,
    /** Refers to something that is not kept in this system. */
    CLASSIFIED_REF
}
