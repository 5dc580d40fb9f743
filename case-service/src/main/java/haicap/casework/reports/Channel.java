package haicap.casework.reports;

/** How a report came in. */
enum Channel {
    IN_PERSON,
    PHONE,
    DOCUMENT,
    ONLINE,
    REFERRAL
}
