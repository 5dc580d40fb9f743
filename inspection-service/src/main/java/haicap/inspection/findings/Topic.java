package haicap.inspection.findings;

/** The five topics of an inspection. */
public enum Topic {
    /** Residence and foreigners. */
    RES,
    /** Prevention and fight against crime. */
    CRIME,
    /** Order in traffic and in the city. */
    TRAFFIC_URBAN,
    /** Administrative reform and digital transformation. */
    ADMIN_DIGITAL,
    /** Attitude of service, image of the officer. */
    SERVICE
}
