package haicap.local.system;

import haicap.local.kafka.KafkaPart;
import haicap.local.parts.Checkout;
import haicap.local.parts.Home;
import haicap.local.parts.Instance;
import haicap.local.parts.Jvm;
import haicap.local.parts.PartProcess;
import haicap.local.parts.Ports;
import haicap.local.parts.Recipe;
import haicap.local.parts.Replicas;
import haicap.local.parts.Secrets;
import haicap.local.postgres.PostgresPart;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** One system on this machine: its folder, its ports and its parts, running or not. */
public record LocalSystem(
        Checkout checkout, Home home, Replicas replicas, Ports ports, Jvm jvm, Secrets secrets) {

    /** The system that this environment names. */
    public static LocalSystem of(Map<String, String> environment) {
        return of(environment, false);
    }

    /** The same, and its ports are written down, so that later commands find it. */
    public static LocalSystem recorded(Map<String, String> environment) {
        return of(environment, true);
    }

    /** The process of an instance. */
    public PartProcess process(Instance instance) {
        return new PartProcess(recipe(instance), home, ports);
    }

    /** The same system, whose JVMs are in training; one of each part is enough for that. */
    public LocalSystem inTraining() {
        return new LocalSystem(checkout, home, Replicas.none(), ports, jvm.training(), secrets);
    }

    private Recipe recipe(Instance instance) {
        return switch (instance.part()) {
            case POSTGRES -> new PostgresPart(checkout, home, ports);
            case KAFKA -> new KafkaPart(checkout, home, ports, jvm);
            case IDENTITY, GATEWAY, ORG_STRUCTURE, CASE, INSPECTION, REPORTING ->
                    new WebPart(instance, this);
        };
    }

    private static LocalSystem of(Map<String, String> environment, boolean record) {
        var root = Path.of(environment.getOrDefault("HAICAP_CHECKOUT", "."));
        var home =
                new Home(
                        Path.of(
                                Objects.requireNonNullElse(
                                        environment.get("HAICAP_HOME"),
                                        root.resolve(".haicap").toString())));
        var replicas = Replicas.recordedIn(home);
        var ports = Ports.resolve(home, environment, record);
        return new LocalSystem(
                new Checkout(root), home, replicas, ports, new Jvm(environment), new Secrets(home));
    }
}
