package haicap.platform.orgcopy;

/** Grades of investigators (Law on the organisation of criminal investigation bodies). */
public enum Grade {
    JUNIOR,
    INTERMEDIATE,
    SENIOR
}
