package haicap.inspection.obstacles;

/** The five fields of a commune's work. */
enum Field {
    GENERAL,
    SECURITY,
    CRIME,
    AREA_POLICE,
    ORDER
}
