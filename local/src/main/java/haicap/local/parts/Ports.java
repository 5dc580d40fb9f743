package haicap.local.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The ports of one system. An environment variable beats what this system has recorded before,
 * which beats the usual ports; {@code HAICAP_PORTS=free} takes free ones instead of the usual.
 */
public record Ports(SequencedMap<String, Integer> byName) {

    private static final String CONTROLLER = "kafka-controller";
    private static final int USUAL_CONTROLLER = 8088;
    private static final String MANAGEMENT = "-management";
    private static final int USUAL_MANAGEMENT_ABOVE = 1_000;
    private static final int LOWEST_FREE = 10_240;
    private static final int HIGHEST_FREE = 32_000;

    /** The port at which the first instance of a part listens. */
    public int of(Part part) {
        return of(Instance.first(part));
    }

    /** The port at which an instance listens. */
    public int of(Instance instance) {
        return port(instance.label());
    }

    /** The port at which an instance answers operators: its own where it has one. */
    public int management(Instance instance) {
        return instance.part().isManaged()
                ? port(instance.label() + MANAGEMENT)
                : port(instance.label());
    }

    /** The port at which the broker's controller listens. */
    public int controller() {
        return port(CONTROLLER);
    }

    /** The address of a part's first instance for other parts. */
    public String url(Part part) {
        return url(Instance.first(part));
    }

    /** An instance's address for other parts. */
    public String url(Instance instance) {
        return "http://127.0.0.1:" + of(instance);
    }

    /** The address that people use, and the issuer that tokens name. */
    public String publicUrl() {
        return "http://localhost:" + of(Part.GATEWAY);
    }

    /** Resolves the ports of a system and, when {@code record} is asked for, writes them down. */
    public static Ports resolve(Home home, Map<String, String> environment, boolean record) {
        var recorded = read(home.ports());
        var fallback = usual(Replicas.recordedIn(home));
        if ("free".equals(environment.get("HAICAP_PORTS"))) {
            fallback = free(fallback);
        }
        var ports = new TreeMap<String, Integer>();
        for (var entry : fallback.entrySet()) {
            var name = entry.getKey();
            var variable = "HAICAP_" + name.replace('-', '_').toUpperCase(Locale.ROOT) + "_PORT";
            var given = environment.get(variable);
            ports.put(
                    name,
                    given == null
                            ? recorded.getOrDefault(name, entry.getValue())
                            : number(variable, given));
        }
        if (record) {
            write(home.ports(), ports);
        }
        return new Ports(ports);
    }

    /** Whether somebody listens at this port of 127.0.0.1. */
    public static boolean taken(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private int port(String name) {
        var port = byName.get(name);
        if (port == null) {
            throw new IllegalArgumentException("No port for " + name);
        }
        return port;
    }

    private static SequencedMap<String, Integer> usual(Replicas replicas) {
        var ports = new TreeMap<String, Integer>();
        for (var instance : replicas.all()) {
            ports.put(instance.label(), instance.usualPort());
            if (instance.part().isManaged()) {
                ports.put(
                        instance.label() + MANAGEMENT,
                        instance.usualPort() + USUAL_MANAGEMENT_ABOVE);
            }
        }
        ports.put(CONTROLLER, USUAL_CONTROLLER);
        return ports;
    }

    /**
     * Below the range from which the kernel takes ports for outgoing connections: while a part is
     * down, a connection that somebody else opens must not sit on its port.
     */
    private static SequencedMap<String, Integer> free(SequencedMap<String, Integer> ports) {
        var chosen = new HashSet<Integer>();
        for (var entry : ports.entrySet()) {
            var port = candidate();
            while (taken(port) || !chosen.add(port)) {
                port = candidate();
            }
            entry.setValue(port);
        }
        return ports;
    }

    private static int candidate() {
        return ThreadLocalRandom.current().nextInt(LOWEST_FREE, HIGHEST_FREE);
    }

    private static Map<String, Integer> read(Path file) {
        var ports = new TreeMap<String, Integer>();
        if (Files.exists(file)) {
            try (var in = Files.newBufferedReader(file)) {
                var properties = new Properties();
                properties.load(in);
                properties.forEach((name, port) ->
                        ports.put(name.toString(), number(file.toString(), port.toString())));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return ports;
    }

    private static void write(Path file, Map<String, Integer> ports) {
        var lines = ports.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList();
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int number(String where, String text) {
        try {
            var port = Integer.parseInt(text.strip());
            if (port > 0 && port < 65_536) {
                return port;
            }
        } catch (NumberFormatException e) {
            // told below, together with numbers that are no ports
        }
        throw new Failure(
                "%s: “%s” không phải là số cổng".formatted(where, text),
                "%s: “%s” is not a port".formatted(where, text));
    }
}
