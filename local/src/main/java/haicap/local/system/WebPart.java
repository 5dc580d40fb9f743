package haicap.local.system;

import haicap.local.parts.Http;
import haicap.local.parts.Instance;
import haicap.local.parts.Launch;
import haicap.local.parts.PreparedApp;
import haicap.local.parts.Recipe;
import java.util.List;
import java.util.Map;

/**
 * An instance of a part that is a Spring Boot application: a service, the gateway or the identity.
 */
final class WebPart implements Recipe {

    private final Instance instance;
    private final LocalSystem system;

    WebPart(Instance instance, LocalSystem system) {
        this.instance = instance;
        this.system = system;
    }

    @Override
    public Instance instance() {
        return instance;
    }

    @Override
    public Launch launch() {
        var part = instance.part();
        var app = PreparedApp.of(system.checkout(), part);
        var command = system.jvm().command(part, app, mainClass(), List.of());
        return new Launch(command, environment());
    }

    @Override
    public boolean answers() {
        return Http.ok(system.ports().management(instance), "/actuator/health/readiness");
    }

    private Map<String, String> environment() {
        return new PartEnvironment(system).of(instance);
    }

    private String mainClass() {
        return switch (instance.part()) {
            case IDENTITY -> "haicap.local.identity.IdentityApplication";
            case GATEWAY -> "haicap.gateway.GatewayApplication";
            case ORG_STRUCTURE -> "haicap.org.OrgStructureServiceApplication";
            case CASE -> "haicap.casework.CaseServiceApplication";
            case INSPECTION -> "haicap.inspection.InspectionServiceApplication";
            case REPORTING -> "haicap.reporting.ReportingServiceApplication";
            case POSTGRES, KAFKA ->
                    throw new IllegalArgumentException(instance + " is no web part");
        };
    }
}
