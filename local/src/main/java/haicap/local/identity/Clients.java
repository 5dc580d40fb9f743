package haicap.local.identity;

import de.siegmar.fastcsv.reader.CsvReader;
import haicap.local.parts.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Component;

/**
 * All clients: the demo clients of the seeds, one for each service, and the wall. Fixed from start
 * to end.
 */
@Component
final class Clients implements RegisteredClientRepository {

    static final String DEMO_SECRET = "local-demo";

    private static final Set<String> ASKS = Set.of("internal.authority", "internal.reannouncement");
    private static final Set<String> ASKS_AND_RECOUNTS =
            Set.of("internal.authority", "internal.reannouncement", "internal.recount");

    private final Map<String, RegisteredClient> byId;

    Clients(IdentitySettings settings) {
        this.byId =
                Stream.concat(
                                Stream.of(WallClient.registered(settings.issuer())),
                                Stream.concat(
                                                demo(settings.clients()),
                                                services(settings.secrets()))
                                        .map(Registration::of))
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        RegisteredClient::getId, Function.identity()));
    }

    /** Who signs in at the page for people: a demo client, never a service. */
    @Nullable RegisteredClient person(String name) {
        var client = byId.get(name);
        return client != null && DEMO_SECRET.equals(client.getClientSecret()) ? client : null;
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return byId.get(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return byId.get(clientId);
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("Clients come from the seeds");
    }

    private static Stream<Client> demo(Path file) {
        if (!Files.exists(file)) {
            return Stream.empty();
        }
        try (var rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            return rows.stream()
                    .map(row -> {
                        var number = row.getField("service_number");
                        return new Client(
                                row.getField("client_id"),
                                DEMO_SECRET,
                                number.isBlank() ? null : number,
                                words(row.getField("scopes")));
                    })
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Client> services(Path secrets) {
        var scopes = new HashMap<Part, Set<String>>();
        Part.services().forEach(part -> scopes.put(part, ASKS));
        scopes.put(Part.REPORTING, ASKS_AND_RECOUNTS);
        return scopes.entrySet().stream()
                .map(entry ->
                        service("service-" + entry.getKey().label(), secrets, entry.getValue()));
    }

    private static Client service(String id, Path secrets, Set<String> scopes) {
        try {
            return new Client(id, Files.readString(secrets.resolve(id)).strip(), null, scopes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.split(" "))
                .filter(word -> !word.isBlank())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
