package haicap.acceptance.client;

import haicap.acceptance.system.RunningSystem;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The public address of one system. Safe for all threads. */
public final class Api implements AutoCloseable {

    private final URI gateway;
    private final HttpClient http;
    private final Tokens tokens;
    private final Consumer<Answer> witness;

    private Api(URI gateway, URI issuer, @Nullable InetAddress from, Consumer<Answer> witness) {
        this.gateway = gateway;
        this.witness = witness;
        this.http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(2))
                        .executor(Executors.newVirtualThreadPerTaskExecutor())
                        .localAddress(from)
                        .build();
        this.tokens = new Tokens(http, issuer);
    }

    /** Of this system. */
    public static Api of(RunningSystem system) {
        return of(system, answer -> {});
    }

    /** Of this system; every answer but that to a stream is shown to the witness first. */
    public static Api of(RunningSystem system, Consumer<Answer> witness) {
        return new Api(system.gateway(), system.gateway(), null, witness);
    }

    /** Of this system, reached by way of another address. */
    public static Api of(RunningSystem system, URI by) {
        return new Api(by, system.gateway(), null, answer -> {});
    }

    /** Of this system, reached by way of that address, from one of our own. */
    public static Api from(URI by, InetAddress from) {
        return new Api(by, by, from, answer -> {});
    }

    /** Acts as a demo client. */
    public Session as(String client) {
        return new Session(http, gateway, witness, tokens.of(client));
    }

    /** Acts as whomever a token of the caller's own making names. */
    public Session with(String token) {
        return new Session(http, gateway, witness, token);
    }

    /** Acts as somebody without a token. */
    public Session asNobody() {
        return new Session(http, gateway, witness, null);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
