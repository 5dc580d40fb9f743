package haicap.casework.reports;

/** How a report came in. */
public enum Channel {
    IN_PERSON,
    PHONE,
    DOCUMENT,
    ONLINE,
    REFERRAL
}
