package haicap.local.system;

import haicap.local.parts.Instance;
import haicap.local.parts.Part;
import haicap.local.postgres.Database;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What a part is told by its environment: where it listens, who the others are, its secrets. */
final class PartEnvironment {

    private final LocalSystem system;

    PartEnvironment(LocalSystem system) {
        this.system = system;
    }

    Map<String, String> of(Instance instance) {
        var part = instance.part();
        var environment = common();
        environment.put("SERVER_PORT", Integer.toString(system.ports().of(instance)));
        if (part.isManaged()) {
            environment.put(
                    "MANAGEMENT_SERVER_PORT",
                    Integer.toString(system.ports().management(instance)));
        }
        environment.put("HAICAP_INSTANCE", instance.label());
        if (part.isService()) {
            environment.putAll(database(part));
            environment.put("HAICAP_CLIENT_ID", "service-" + part.label());
            environment.put("HAICAP_CLIENT_SECRET", system.secrets().of("service-" + part.label()));
        }
        if (part == Part.IDENTITY) {
            Part.services().forEach(service -> system.secrets().of("service-" + service.label()));
            environment.put(
                    "HAICAP_IDENTITY_CLIENTS",
                    system.checkout().seeds().resolve("demo-clients.csv").toString());
            environment.put("HAICAP_IDENTITY_SECRETS", system.home().secrets().toString());
        }
        return environment;
    }

    private Map<String, String> common() {
        var ports = system.ports();
        var identity = ports.url(Part.IDENTITY);
        var environment = new HashMap<String, String>();
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("HAICAP_KAFKA", "127.0.0.1:" + ports.of(Part.KAFKA));
        environment.put("HAICAP_ISSUER", ports.publicUrl());
        environment.put("HAICAP_JWKS_URI", identity + "/oauth2/jwks");
        environment.put("HAICAP_TOKEN_URI", identity + "/oauth2/token");
        environment.put("HAICAP_IDENTITY_URL", identity);
        environment.put("HAICAP_CLOCK_OFFSET_FILE", system.home().clockOffset().toString());
        for (var service : Part.services()) {
            environment.put(service.variable() + "_URL", addresses(service));
            environment.put(service.variable() + "_MANAGEMENT_URL", managed(service));
        }
        return environment;
    }

    /** Of all instances, for those who may ask any of them. */
    private String addresses(Part part) {
        return system.replicas().of(part).stream()
                .map(system.ports()::url)
                .collect(Collectors.joining(","));
    }

    /** Of all instances, for the page that tells people how they are. */
    private String managed(Part part) {
        return system.replicas().of(part).stream()
                .map(instance -> "http://127.0.0.1:" + system.ports().management(instance))
                .collect(Collectors.joining(","));
    }

    private Map<String, String> database(Part part) {
        var database = new Database(part);
        return Map.of(
                "HAICAP_DB_URL", database.url(system.ports().of(Part.POSTGRES)),
                "HAICAP_DB_USER", database.name(),
                "HAICAP_DB_PASSWORD", system.secrets().of(database.secret()));
    }
}
