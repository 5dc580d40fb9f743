package haicap.local.system;

import haicap.local.parts.Instance;
import haicap.local.parts.Running;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Asks every part how it is. */
public final class LookAtParts {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration TIME_LIMIT = Duration.ofSeconds(2);

    private final LocalSystem system;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIME_LIMIT).build();

    /** Of this system. */
    public LookAtParts(LocalSystem system) {
        this.system = system;
    }

    /** All instances in the order in which people think of them. */
    public List<PartState> look() {
        return system.replicas().all().stream().parallel().map(this::look).toList();
    }

    /** Whether every service has taken in all that the others had to tell. */
    boolean caughtUp() {
        return system.replicas().all().stream()
                .filter(instance -> instance.part().isService())
                .map(this::status)
                .allMatch(status -> status != null && status.caughtUp());
    }

    private PartState look(Instance instance) {
        var process = system.process(instance);
        var running = process.running();
        var ready = running.isPresent() && process.ready();
        var health = running.isEmpty() ? "stopped" : ready ? "up" : "starting";
        return new PartState(
                instance.label(),
                system.ports().of(instance),
                running.map(Running::pid).orElse(null),
                health,
                running.map(Running::residentBytes).orElse(0L),
                instance.part().isService() && running.isPresent() ? status(instance) : null);
    }

    private @Nullable ServiceStatus status(Instance instance) {
        var address =
                URI.create(
                        "http://127.0.0.1:%d/actuator/status"
                                .formatted(system.ports().management(instance)));
        var request = HttpRequest.newBuilder(address).timeout(TIME_LIMIT).build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            return answer.statusCode() == 200
                    ? JSON.readValue(answer.body(), ServiceStatus.class)
                    : null;
        } catch (IOException | JacksonException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }
}
