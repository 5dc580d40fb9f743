package haicap.platform.papers;

/** Who gave a record another number. */
enum ReferenceSystem {
    PROCURACY,
    COURT,
    OLD_REGISTER,
    DOCUMENT_SYSTEM,
    OTHER
}
