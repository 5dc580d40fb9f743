package haicap.platform.papers;

/** What a record has to do with another one. */
enum LinkType {
    ARISES_FROM,
    JOINED_TO,
    SEPARATED_FROM,
    DUPLICATES,
    CONCERNS
}
