package haicap.local.parts;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A process of the local system: its name at the command line, its kind and its usual port. */
public enum Part {
    POSTGRES("postgres", 8086, Kind.STORE),
    KAFKA("kafka", 8087, Kind.STORE),
    IDENTITY("identity", 8085, Kind.EDGE),
    ORG_STRUCTURE("org-structure", 8081, Kind.SERVICE),
    CASE("case", 8082, Kind.SERVICE),
    INSPECTION("inspection", 8083, Kind.SERVICE),
    REPORTING("reporting", 8084, Kind.SERVICE),
    GATEWAY("gateway", 8080, Kind.EDGE);

    /** What a part is to the others. */
    public enum Kind {
        /** Keeps what others must not lose. */
        STORE,
        /** Owns a database and tells operators its {@code status}. */
        SERVICE,
        /** Stands between people and the services, keeps nothing of its own. */
        EDGE
    }

    private final String label;
    private final int usualPort;
    private final Kind kind;

    Part(String label, int usualPort, Kind kind) {
        this.label = label;
        this.usualPort = usualPort;
        this.kind = kind;
    }

    /** The name that people type, for instance {@code org-structure}. */
    public String label() {
        return label;
    }

    int usualPort() {
        return usualPort;
    }

    /** Whether this part keeps what others must not lose. */
    public boolean isStore() {
        return kind == Kind.STORE;
    }

    /** Whether operators have a port of their own at this part. */
    public boolean isManaged() {
        return kind == Kind.SERVICE || this == GATEWAY;
    }

    /** Whether this part is one of the four services. */
    public boolean isService() {
        return kind == Kind.SERVICE;
    }

    /** The beginning of this part's environment variables, for instance {@code HAICAP_CASE}. */
    public String variable() {
        return "HAICAP_" + name();
    }

    /** The part of that name; a {@link Failure} names the parts that there are. */
    public static Part named(String label) {
        return Arrays.stream(values())
                .filter(part -> part.label.equals(label.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> unknown(label));
    }

    /** The four services. */
    public static List<Part> services() {
        return Arrays.stream(values()).filter(Part::isService).toList();
    }

    @Override
    public String toString() {
        return label;
    }

    private static Failure unknown(String label) {
        var names = Arrays.stream(values()).map(Part::label).collect(Collectors.joining(" "));
        return new Failure(
                "Không có thành phần “%s”. Các thành phần: %s".formatted(label, names),
                "There is no part “%s”. Parts: %s".formatted(label, names));
    }
}
