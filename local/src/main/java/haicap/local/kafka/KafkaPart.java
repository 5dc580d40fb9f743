package haicap.local.kafka;

import haicap.local.parts.Checkout;
import haicap.local.parts.Home;
import haicap.local.parts.Instance;
import haicap.local.parts.Jvm;
import haicap.local.parts.Launch;
import haicap.local.parts.Part;
import haicap.local.parts.Ports;
import haicap.local.parts.PreparedApp;
import haicap.local.parts.Recipe;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The broker as one of the parts. */
public final class KafkaPart implements Recipe {

    private final Checkout checkout;
    private final Path data;
    private final Ports ports;
    private final Jvm jvm;

    /** The broker of one system. */
    public KafkaPart(Checkout checkout, Home home, Ports ports, Jvm jvm) {
        this.checkout = checkout;
        this.data = home.data(Part.KAFKA);
        this.ports = ports;
        this.jvm = jvm;
    }

    @Override
    public Instance instance() {
        return Instance.first(Part.KAFKA);
    }

    @Override
    public Launch launch() {
        var arguments =
                List.of(
                        data.toString(),
                        Integer.toString(ports.of(Part.KAFKA)),
                        Integer.toString(ports.controller()));
        var app = PreparedApp.of(checkout, Part.KAFKA);
        return new Launch(
                jvm.command(Part.KAFKA, app, Broker.class.getName(), arguments), Map.of());
    }

    @Override
    public boolean answers() {
        return VersionsRequest.answered(ports.of(Part.KAFKA));
    }
}
