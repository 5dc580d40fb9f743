package haicap.local.postgres;

import haicap.local.parts.Part;

/** The database of one service; its user has the same name. */
public record Database(Part part) {

    /** The name of the database and of its user. */
    public String name() {
        return switch (part) {
            case ORG_STRUCTURE -> "org_structure";
            case CASE -> "case_service";
            case INSPECTION -> "inspection";
            case REPORTING -> "reporting";
            case POSTGRES, KAFKA, IDENTITY, GATEWAY ->
                    throw new IllegalArgumentException(part + " has no database");
        };
    }

    /** Under which name the password is kept. */
    public String secret() {
        return "postgres-" + name();
    }

    /** Where it is found on a server at this port. */
    public String url(int port) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, name());
    }
}
