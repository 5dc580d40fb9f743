package haicap.local.postgres;

import haicap.local.parts.Checkout;
import haicap.local.parts.Home;
import haicap.local.parts.Instance;
import haicap.local.parts.Launch;
import haicap.local.parts.Part;
import haicap.local.parts.Ports;
import haicap.local.parts.Recipe;
import haicap.local.parts.Secrets;
import java.nio.file.Path;
import java.util.Map;

/** PostgreSQL as one of the parts. */
public final class PostgresPart implements Recipe {

    private final Path data;
    private final Path prepared;
    private final int port;
    private final Secrets secrets;
    private final ServerUser user = ServerUser.ofThisProcess();

    /** The server of one system. */
    public PostgresPart(Checkout checkout, Home home, Ports ports) {
        this.prepared = checkout.prepared();
        this.data = home.data(Part.POSTGRES);
        this.port = ports.of(Part.POSTGRES);
        this.secrets = new Secrets(home);
    }

    @Override
    public Instance instance() {
        return Instance.first(Part.POSTGRES);
    }

    @Override
    public void prepare() {
        new Cluster(data, Binaries.unpackedIn(prepared), user, secrets).prepare(port);
    }

    @Override
    public Launch launch() {
        var postgres = Binaries.unpackedIn(prepared).postgres();
        return new Launch(user.running(postgres, "-D", data.toString()), Map.of());
    }

    @Override
    public boolean answers() {
        return Greeting.answered(port);
    }

    @Override
    public void settle() {
        new Databases(port, secrets).settle();
    }

    /** A fast shutdown: it does not wait until every client has left. */
    @Override
    public String endSignal() {
        return "INT";
    }

    /** After a crash the children of the dead server hold its shared memory for a moment. */
    @Override
    public int retries() {
        return 100;
    }
}
