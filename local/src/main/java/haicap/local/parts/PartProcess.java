package haicap.local.parts;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The process of one instance. It runs in a session of its own, so that neither the end of the
 * command nor a closed terminal reaches it, and writes into its log.
 */
public final class PartProcess {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration TIME_TO_END = Duration.ofSeconds(15);

    private final Recipe recipe;
    private final Path log;
    private final PidFile pidFile;
    private final int port;

    /** The process that {@code recipe} describes, in the given home. */
    public PartProcess(Recipe recipe, Home home, Ports ports) {
        this.recipe = recipe;
        this.log = home.log(recipe.instance());
        this.pidFile = new PidFile(home.pid(recipe.instance()));
        this.port = ports.of(recipe.instance());
    }

    /** What this process is. */
    public Instance instance() {
        return recipe.instance();
    }

    /** The live process, if there is one. */
    public Optional<Running> running() {
        return pidFile.running();
    }

    /** Whether it runs and answers. */
    public boolean ready() {
        return running().isPresent() && recipe.answers();
    }

    /** Starts it unless it runs, and returns when it is ready. */
    public void start() {
        if (running().isEmpty()) {
            refuseTakenPort();
            recipe.prepare();
            spawn();
        }
        awaitReady(recipe.retries());
        recipe.settle();
    }

    /** Ends it abruptly; says whether there was anything to end. */
    public boolean kill() {
        var running = running();
        running.ifPresent(Running::kill);
        pidFile.forget();
        return running.isPresent();
    }

    /** Ends it in good order; says whether there was anything to end. */
    public boolean end() {
        return end(TIME_TO_END);
    }

    /** The same, and waits so long before it is killed. */
    public boolean end(Duration patience) {
        var running = running();
        running.ifPresent(process -> process.end(recipe.endSignal(), patience));
        pidFile.forget();
        return running.isPresent();
    }

    private void spawn() {
        var launch = recipe.launch();
        var command = new ArrayList<>(List.of("setsid"));
        command.addAll(launch.command());
        var builder =
                new ProcessBuilder(command)
                        .redirectInput(Path.of("/dev/null").toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(Redirect.appendTo(log.toFile()));
        builder.environment().putAll(launch.environment());
        try {
            Files.createDirectories(log.getParent());
            var process = builder.start();
            Running.of(process.pid()).ifPresent(pidFile::record);
        } catch (IOException e) {
            throw new Failure(
                    "Không khởi động được %s".formatted(instance()),
                    "Cannot start %s".formatted(instance()),
                    e);
        }
    }

    private void awaitReady(int retries) {
        var deadline = Instant.now().plus(PATIENCE);
        var left = retries;
        while (!recipe.answers()) {
            if (running().isEmpty()) {
                if (left-- == 0) {
                    throw failed("đã dừng khi khởi động", "ended while starting");
                }
                Pause.brief();
                recipe.prepare();
                spawn();
            }
            if (Instant.now().isAfter(deadline)) {
                throw failed("chưa sẵn sàng sau 4 phút", "is not ready after 4 minutes");
            }
            Pause.brief();
        }
    }

    private void refuseTakenPort() {
        if (Ports.taken(port)) {
            throw new Failure(
                    "Cổng %d của %s đã có chương trình khác dùng. Đặt %s_PORT để đổi."
                            .formatted(port, instance(), instance().variable()),
                    "Port %d of %s is taken. Set %s_PORT to another."
                            .formatted(port, instance(), instance().variable()));
        }
    }

    private Failure failed(String vietnamese, String english) {
        return new Failure(
                "%s %s. Nhật ký: %s".formatted(instance(), vietnamese, log),
                "%s %s. Log: %s".formatted(instance(), english, log));
    }
}
