package haicap.local.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import haicap.local.api.Api;
import haicap.local.api.StubGateway;
import haicap.local.api.StubGateway.Call;
import haicap.local.api.StubGateway.Reply;
import haicap.local.parts.Failure;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadSeedsTest {

    private static final Reply TAKEN = new Reply(200, "{\"rows\":2,\"created\":2,\"errors\":[]}");

    @TempDir private Path seeds;
    private final AtomicReference<Reply> reply = new AtomicReference<>(TAKEN);
    private StubGateway gateway;
    private Path mark;

    @BeforeEach
    void writeSeeds() throws IOException {
        gateway = new StubGateway(call -> reply.get());
        mark = seeds.resolve("mark");
        Files.writeString(
                seeds.resolve("manifest.csv"),
                "order,kind,file\n2,posts,posts.csv\n1,units,units.csv\n");
        Files.writeString(seeds.resolve("units.csv"), "id\na\nb\n");
        Files.writeString(seeds.resolve("posts.csv"), "id\nx\ny\n");
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void loadsInTheOrderOfTheManifestAsTheOperator() {
        assertThat(load()).isTrue();

        assertThat(gateway.calls())
                .extracting(Call::path)
                .containsExactly("/api/v1/imports?kind=units", "/api/v1/imports?kind=posts");
        assertThat(gateway.calls())
                .allSatisfy(call -> assertThat(call.token()).isEqualTo("operator"));
        assertThat(gateway.calls().getFirst().body()).isEqualTo("id\na\nb\n");
    }

    @Test
    void loadsNothingAgainWhileNothingChanges() {
        load();

        assertThat(load()).isFalse();
        assertThat(gateway.calls()).hasSize(2);
    }

    @Test
    void loadsAgainWhenAFactChangesAndUnderAnotherKey() throws IOException {
        load();
        Files.writeString(seeds.resolve("units.csv"), "id\na\nc\n");

        assertThat(load()).isTrue();

        var calls = gateway.calls();
        assertThat(calls.get(2).key()).isNotEqualTo(calls.get(0).key());
        assertThat(calls.get(3).key()).isEqualTo(calls.get(1).key());
    }

    @Test
    void tellsWhatIsWrongAndRemembersNothing() {
        reply.set(
                new Reply(
                        422,
                        "{\"detail\":\"refused\",\"errors\":[{\"row\":3,\"code\":\"unknown-unit\"}]}"));

        assertThatThrownBy(this::load)
                .isInstanceOf(Failure.class)
                .hasMessageContaining("units.csv")
                .hasMessageContaining("unknown-unit");
        assertThat(mark).doesNotExist();
    }

    private boolean load() {
        try (var api = new Api(gateway.url())) {
            return new LoadSeeds(api, new PrintWriter(new StringWriter())).load(seeds, mark);
        }
    }
}
