package haicap.acceptance.system;

/** The names of the parts, as people type them. */
public final class Parts {

    public static final String POSTGRES = "postgres";
    public static final String KAFKA = "kafka";
    public static final String IDENTITY = "identity";
    public static final String GATEWAY = "gateway";
    public static final String ORG_STRUCTURE = "org-structure";
    public static final String CASE = "case";
    public static final String INSPECTION = "inspection";
    public static final String REPORTING = "reporting";

    private Parts() {}
}
