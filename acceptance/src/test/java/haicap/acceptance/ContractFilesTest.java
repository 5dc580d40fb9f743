package haicap.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Every contract file by itself passes validators that nobody here wrote. */
class ContractFilesTest {

    private static final Workshop WORKSHOP =
            new Workshop(
                    "the validators of the contracts",
                    Path.of("src/test/validators"),
                    Path.of("target/validators"));

    @Test
    void everyDocumentAndSchemaPassesAndAnAddedFieldHarmsNoConsumer() throws Exception {
        WORKSHOP.requireNpm();
        WORKSHOP.install();

        var contracts = Path.of("../contracts").toAbsolutePath().normalize().toString();
        var said = JsonMapper.shared().readTree(WORKSHOP.run("node", "validate.mjs", contracts));

        assertThat(said.path("documents").asInt()).isGreaterThanOrEqualTo(6);
        assertThat(said.path("faults")).isEmpty();
    }
}
