package haicap.local.system;

import haicap.local.parts.Http;
import haicap.local.parts.Launch;
import haicap.local.parts.Part;
import haicap.local.parts.PreparedApp;
import haicap.local.parts.Recipe;
import java.util.List;
import java.util.Map;

/** A part that is a Spring Boot application: a service, the gateway or the identity. */
final class WebPart implements Recipe {

    private final Part part;
    private final LocalSystem system;

    WebPart(Part part, LocalSystem system) {
        this.part = part;
        this.system = system;
    }

    @Override
    public Part part() {
        return part;
    }

    @Override
    public Launch launch() {
        var app = PreparedApp.of(system.checkout(), part);
        var command = system.jvm().command(part, app, mainClass(), List.of());
        return new Launch(command, environment());
    }

    @Override
    public boolean answers() {
        return Http.ok(system.ports().of(part), "/actuator/health/readiness");
    }

    private Map<String, String> environment() {
        return new PartEnvironment(system).of(part);
    }

    private String mainClass() {
        return switch (part) {
            case IDENTITY -> "haicap.local.identity.IdentityApplication";
            case GATEWAY -> "haicap.gateway.GatewayApplication";
            case ORG_STRUCTURE -> "haicap.org.OrgStructureServiceApplication";
            case CASE -> "haicap.casework.CaseServiceApplication";
            case INSPECTION -> "haicap.inspection.InspectionServiceApplication";
            case REPORTING -> "haicap.reporting.ReportingServiceApplication";
            case POSTGRES, KAFKA -> throw new IllegalArgumentException(part + " is no web part");
        };
    }
}
