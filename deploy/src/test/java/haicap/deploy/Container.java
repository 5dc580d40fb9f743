package haicap.deploy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A process that has what a pod would give it and no more: the image's root, which it cannot write,
 * a /tmp, its volumes, a numeric user, no capabilities, no way to new ones, and this environment
 * alone.
 */
final class Container implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /**
     * Arguments: root, user, group, the authorities of Java, volumes as host=place, then the
     * command behind --.
     */
    private static final String START =
            """
            set -e
            root=$1; user=$2; group=$3; authorities=$4; shift 4
            mount --bind "$root" "$root"
            mount --rbind /usr "$root/usr"
            mount --rbind /dev "$root/dev"
            mount --rbind /proc "$root/proc"
            mount --bind "$JAVA" "$root/opt/java"
            cacerts=/opt/java/lib/security/cacerts
            if [ -L "$JAVA/lib/security/cacerts" ]; then cacerts=$(readlink -f "$JAVA/lib/security/cacerts"); fi
            mount --bind "$authorities" "$root$cacerts"
            mount -t tmpfs -o size=256m,mode=1777 tmpfs "$root/tmp"
            while [ "$1" != -- ]; do mount --bind "${1%%=*}" "$root${1#*=}"; shift; done
            shift
            mount -o remount,bind,ro "$root"
            unset JAVA
            exec chroot "$root" /usr/bin/setpriv --reuid="$user" --regid="$group" --clear-groups \
                --no-new-privs --bounding-set=-all --inh-caps=-all "$@"
            """;

    private final String name;
    private final Path log;
    private final Process process;

    Container(
            String name,
            Image image,
            List<String> command,
            Map<String, String> environment,
            Map<Path, String> volumes,
            String authorities)
            throws IOException {
        this.name = name;
        this.log =
                Files.createDirectories(Path.of("target/logs"))
                        .resolve(name + ".log")
                        .toAbsolutePath();
        var ids = image.user().split(":");
        var line =
                new ArrayList<>(
                        List.of(
                                "unshare",
                                "--mount",
                                "--propagation",
                                "private",
                                "sh",
                                "-c",
                                START,
                                "start",
                                image.root().toString(),
                                ids[0],
                                ids[1],
                                authorities));
        volumes.forEach((host, place) -> line.add(host + "=" + place));
        line.add("--");
        line.addAll(command);
        var builder =
                new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().clear();
        builder.environment().putAll(image.environment());
        builder.environment().putAll(environment);
        builder.environment().put("PATH", "/opt/java/bin:/usr/sbin:/usr/bin:/sbin:/bin");
        builder.environment().put("LANG", "C.UTF-8");
        builder.environment().put("JAVA", System.getProperty("java.home"));
        process = builder.start();
    }

    /** Whether this machine lets us make one. */
    static boolean canBeMade() {
        return Ran.in(
                                Path.of("."),
                                List.of(
                                        "unshare",
                                        "--mount",
                                        "--propagation",
                                        "private",
                                        "sh",
                                        "-c",
                                        "mount -t tmpfs tmpfs /mnt && chroot / setpriv --reuid=10001 --regid=10001 --clear-groups true"))
                        .code()
                == 0;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Whether it says of itself, at its management port, that it is ready. */
    boolean isReady(int port) {
        if (!process.isAlive()) {
            throw new IllegalStateException(name + " ended: " + said());
        }
        try {
            var request =
                    HttpRequest.newBuilder(
                                    URI.create(
                                            "http://localhost:%d/actuator/health/readiness"
                                                    .formatted(port)))
                            .timeout(Duration.ofSeconds(5))
                            .build();
            return HTTP.send(request, BodyHandlers.ofString()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The exit code, when it has ended by itself. */
    int end(Duration within) throws InterruptedException {
        if (!process.waitFor(within.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException(name + " does not end: " + said());
        }
        return process.exitValue();
    }

    /** Asks it to end. */
    void terminate() {
        process.destroy();
    }

    String said() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }

    String status(String file) throws IOException {
        return Files.readString(Path.of("/proc", Long.toString(process.pid()), file));
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
