package haicap.acceptance.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One whole system of its own on free ports, handled as people handle it: by ./haicap. What an
 * earlier run left behind under the same name is ended first. Closing it ends all its parts, also
 * when the JVM is told to end before.
 *
 * <p>With {@code HAICAP_ACCEPTANCE_HOME} in the environment it attaches to the system that runs in
 * that home instead, and leaves it running: for trying one test many times.
 */
public final class RunningSystem implements AutoCloseable {

    private static final String ATTACH = "HAICAP_ACCEPTANCE_HOME";
    private static final String MANAGEMENT = "-management";

    private final Checkout checkout;
    private final Map<String, String> settings;
    private final Path home;
    private final boolean ours;
    private final AtomicBoolean down = new AtomicBoolean();
    private volatile Properties ports = new Properties();

    private RunningSystem(
            Checkout checkout, Map<String, String> settings, Path home, boolean ours) {
        this.checkout = checkout;
        this.settings = Map.copyOf(settings);
        this.home = home;
        this.ours = ours;
    }

    /**
     * A fresh system with the seeds loaded.
     *
     * @param environment reaches every part
     * @param options of {@code ./haicap up}
     */
    public static RunningSystem fresh(
            String name, Map<String, String> environment, String... options) {
        var attached = System.getenv(ATTACH);
        var checkout = Checkout.here();
        var home = attached == null ? checkout.home(name) : Path.of(attached).toAbsolutePath();
        var settings = new HashMap<>(environment);
        settings.put("HAICAP_HOME", home.toString());
        settings.put("HAICAP_PORTS", "free");
        var system = new RunningSystem(checkout, settings, home, attached == null);
        if (system.ours) {
            Runtime.getRuntime().addShutdownHook(new Thread(system::close, "down"));
            var all = new ArrayList<>(List.of("--fresh"));
            Collections.addAll(all, options);
            system.up(all.toArray(String[]::new));
        } else {
            system.readPorts();
        }
        return system;
    }

    /** Starts what does not run; returns when everything is ready. */
    public void up(String... options) {
        run("up", options);
        readPorts();
    }

    /** Ends every part in good order; the data stays. */
    public void down() {
        run("down");
    }

    /** Ends parts abruptly. */
    public void kill(List<String> parts) {
        run("kill", parts.toArray(String[]::new));
    }

    /** Brings parts back; returns when they are ready. */
    public void start(List<String> parts) {
        run("start", parts.toArray(String[]::new));
    }

    /** Runs any other command; gives what it printed. */
    public String run(String name, String... arguments) {
        var line = new ArrayList<>(List.of(checkout.command().toString(), name));
        Collections.addAll(line, arguments);
        return new Command(checkout.root(), settings).run(line);
    }

    /**
     * Runs lines as somebody types them into a shell in the project's folder, with curl taken to
     * this system wherever it asks for the default address; gives what they printed.
     */
    public String typed(String lines) {
        try {
            var curl = Files.createDirectories(home.resolve("curl"));
            Files.writeString(
                    curl.resolve(".curlrc"),
                    "connect-to = \"localhost:8080:localhost:%d\"%n"
                            .formatted(port(Parts.GATEWAY)));
            var told = new HashMap<>(settings);
            told.put("CURL_HOME", curl.toString());
            return new Command(checkout.root(), told).run("bash", "-eu", "-c", lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The project's folder. */
    public Path checkout() {
        return checkout.root();
    }

    /** The public address. */
    public URI gateway() {
        return URI.create("http://localhost:" + port(Parts.GATEWAY));
    }

    /** Where Kafka's clients connect. */
    public String kafka() {
        return "127.0.0.1:" + port(Parts.KAFKA);
    }

    /** The database server, as its superuser: for the floors, and for nothing else. */
    public DatabaseServer postgres() {
        return new DatabaseServer(port(Parts.POSTGRES), secret("postgres-haicap"));
    }

    /** Every process that it has, as people name them. */
    public List<String> instances() {
        return ports.stringPropertyNames().stream()
                .filter(name -> !name.equals("kafka-controller") && !name.endsWith(MANAGEMENT))
                .sorted()
                .toList();
    }

    /** The processes of one part. */
    public List<String> instances(String part) {
        return instances().stream().filter(name -> name.matches(part + "(-[0-9])?")).toList();
    }

    /** The port of a part. */
    public int port(String part) {
        return Integer.parseInt(ports.getProperty(part));
    }

    /** Where an instance of a service, or the gateway, answers operators' tools. */
    public URI management(String instance) {
        return URI.create("http://127.0.0.1:" + port(instance + MANAGEMENT));
    }

    /** The live process of a part with all its children. */
    public ProcessFamily process(String part) {
        return ProcessFamily.recordedIn(home.resolve("run").resolve(part + ".pid"));
    }

    /** Where a part writes what it has to say. */
    public Path log(String part) {
        return home.resolve("logs").resolve(part + ".log");
    }

    /** Where a component keeps its data. */
    public Path data(String part) {
        return home.resolve("data").resolve(part);
    }

    /** A partition's log on the broker's disk; look only while the broker is down. */
    public TopicLog log(String topic, int partition) {
        return new TopicLog(data(Parts.KAFKA).resolve(topic + "-" + partition));
    }

    /** What the system keeps to itself under this name, such as the key that signs tokens. */
    public String secret(String name) {
        try {
            return Files.readString(home.resolve("secrets").resolve(name)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readPorts() {
        try (var in = Files.newBufferedReader(home.resolve("ports.properties"))) {
            var read = new Properties();
            read.load(in);
            ports = read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (ours && down.compareAndSet(false, true)) {
            down();
        }
    }
}
