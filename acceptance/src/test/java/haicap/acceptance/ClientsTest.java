package haicap.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import haicap.acceptance.load.Units.Unit;
import haicap.client.ApiClient;
import haicap.client.ApiException;
import haicap.client.api.CaseApi;
import haicap.client.api.IdentityApi;
import haicap.client.api.OrgStructureApi;
import haicap.client.model.Problem;
import haicap.client.model.ReceiptRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Clients generated from the document, with nothing written by hand, work against the system. */
@InTheHouse
@Order(4)
class ClientsTest {

    private static final Workshop SECOND =
            new Workshop(
                    "the client of a second generator",
                    Path.of("src/test/second-client"),
                    Path.of("target/second-client"));
    private static final LocalDate TOO_LONG_AGO = LocalDate.of(1999, 12, 31);

    private final String gateway;
    private final Unit unit;

    ClientsTest(House house) {
        this.gateway = house.system().gateway().toString();
        this.unit = house.unit(12);
    }

    @Test
    void javaClientTakesATokenReceivesAReportOnceReadsItAndListsUnits() throws Exception {
        var client = signedIn();
        var cases = new CaseApi(client);
        var key = UUID.randomUUID().toString();
        var intake = intake();

        var received = cases.receiveCrimeReport(key, intake, null, "vi");
        var again = cases.receiveCrimeReport(key, intake, null, "vi");
        var read = cases.readCrimeReport(received.getId(), null, null, null);
        var units =
                new OrgStructureApi(client)
                        .listUnits(
                                LocalDate.of(2025, 10, 1),
                                List.of("COMMUNE"),
                                null,
                                null,
                                null,
                                5,
                                null);

        assertThat(again.getId()).isEqualTo(received.getId());
        assertThat(read).isEqualTo(received);
        assertThat(read.getDeadlines()).isNotEmpty();
        assertThat(units.getItems()).hasSize(5);
        assertThat(units.getTotal()).isEqualTo(126);
    }

    @Test
    void javaClientReadsAProblemByItsFields() throws Exception {
        var cases = new CaseApi(signedIn());
        var wrong = intake().occurredOn(TOO_LONG_AGO);

        var refused =
                catchThrowableOfType(
                        ApiException.class,
                        () ->
                                cases.receiveCrimeReport(
                                        UUID.randomUUID().toString(), wrong, null, "en"));
        var problem =
                ApiClient.createDefaultObjectMapper()
                        .readValue(refused.getResponseBody(), Problem.class);

        assertThat(refused.getCode()).isEqualTo(422).isEqualTo(problem.getStatus());
        assertThat(problem.getErrors())
                .singleElement()
                .satisfies(error -> assertThat(error.getPointer()).isEqualTo("/occurredOn"));
        assertThat(problem.getType()).endsWith("/problems/" + problem.getCode());
    }

    @Test
    void typeScriptClientCompilesAndDoesTheSame() throws Exception {
        TypeScript.requireNpm();
        TypeScript.compile();

        var said =
                JsonMapper.shared()
                        .readTree(TypeScript.run("node", "out/smoke.js", gateway, unit.officer()));

        assertThat(said.path("received").asString())
                .isNotBlank()
                .isEqualTo(said.path("again").asString())
                .isEqualTo(said.path("read").asString());
        assertThat(said.path("deadlines").asInt()).isPositive();
        assertThat(said.path("units").asInt()).isEqualTo(5);
        assertThat(said.path("refused").path("status").asInt()).isEqualTo(422);
        assertThat(said.path("refused").path("pointer").asString()).isEqualTo("/occurredOn");
    }

    @Test
    void clientOfASecondGeneratorRunsTheTourAndChecksWhatItHears() throws Exception {
        SECOND.requireNpm();
        SECOND.install();
        Files.copy(
                Path.of("../contracts/openapi.json"),
                SECOND.folder().resolve("openapi.json"),
                StandardCopyOption.REPLACE_EXISTING);
        SECOND.run("node", "node_modules/@hey-api/openapi-ts/bin/run.js");
        SECOND.run("node", "node_modules/typescript/bin/tsc", "-p", ".");

        var said =
                JsonMapper.shared()
                        .readTree(
                                SECOND.run(
                                        "node",
                                        "out/tour.js",
                                        gateway,
                                        unit.officer(),
                                        unit.code()));

        assertThat(said.path("unit").asString()).isEqualTo(unit.id());
        assertThat(said.path("predecessors").asInt()).isPositive();
        assertThat(said.path("received").asString())
                .isNotBlank()
                .isEqualTo(said.path("again").asString());
        assertThat(said.path("deadlines").asInt()).isPositive();
        assertThat(said.path("refused").path("status").asInt()).isEqualTo(422);
        assertThat(said.path("refused").path("pointer").asString()).isEqualTo("/occurredOn");
        assertThat(said.path("pressing").asBoolean()).isTrue();
        assertThat(said.path("told").asString()).isEqualTo("crime-report-received");
        assertThat(said.path("figuresChecked").asInt()).isPositive();
    }

    private ApiClient signedIn() throws ApiException {
        var client = new ApiClient();
        client.updateBaseUri(gateway);
        var token =
                new IdentityApi(client)
                        .takeToken(
                                "client_credentials",
                                unit.officer(),
                                "local-demo",
                                null,
                                null,
                                null);
        client.setRequestInterceptor(
                request -> request.header("Authorization", "Bearer " + token.getAccessToken()));
        return client;
    }

    private static ReceiptRequest intake() {
        return new ReceiptRequest()
                .occurredOn(LocalDate.now(ZoneOffset.UTC).minusDays(2))
                .receivedAt(OffsetDateTime.now(ZoneOffset.UTC))
                .category(ReceiptRequest.CategoryEnum.SO)
                .channel(ReceiptRequest.ChannelEnum.IN_PERSON)
                .summary("Mất xe đạp trong ngõ");
    }
}
