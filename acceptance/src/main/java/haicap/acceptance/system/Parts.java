package haicap.acceptance.system;

import java.util.List;

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

    /** Those with a database of their own. */
    public static final List<String> SERVICES = List.of(ORG_STRUCTURE, CASE, INSPECTION, REPORTING);

    private Parts() {}
}
