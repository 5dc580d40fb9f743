package haicap.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.acceptance.browser.Chromium;
import haicap.acceptance.browser.Reader;
import haicap.acceptance.browser.Tab;
import haicap.acceptance.walker.Operation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code /docs/api} as somebody meets it who has the system before him, and no other network. */
@InTheBrowser
@Order(4)
class DocsPageTest {

    private static final String PERSON =
            "[...document.querySelectorAll('.auth-container')]"
                    + ".find(each => each.innerText.includes('authorizationCode'))";

    private final House house;
    private final Chromium browser;
    private final Tab tab;

    DocsPageTest(House house, Chromium browser, Tab tab) {
        this.house = house;
        this.browser = browser;
        this.tab = tab;
    }

    @Test
    void everyOperationIsDrawnAndNothingIsAskedOfAnotherHost() throws IOException {
        var contracts = house.system().checkout().resolve("contracts");
        var operations = Operation.all(contracts).stream().map(Operation::name).toList();
        open();

        var drawn = new ArrayList<String>();
        var tags = tab.value("document.querySelectorAll('.opblock-tag').length").asInt();
        for (int tag = 0; tag < tags; tag++) {
            drawn.addAll(drawnUnder(tag));
        }

        assertThat(drawn).containsExactlyInAnyOrderElementsOf(operations);
        assertThat(tab.addresses())
                .isNotEmpty()
                .allMatch(address -> address.startsWith("data:") || isOurs(address));
    }

    /** One tag after the other: of very many open operations the page draws those in sight. */
    private List<String> drawnUnder(int tag) {
        var click = "document.querySelectorAll('.opblock-tag')[%d].click()".formatted(tag);
        tab.value(click);
        tab.await("document.querySelectorAll('.opblock').length > 0");
        var ids = tab.value("[...document.querySelectorAll('.opblock')].map(each => each.id)");
        tab.value(click);
        tab.await("document.querySelectorAll('.opblock').length == 0");
        return ids.valueStream().map(id -> id.asString().replaceAll(".*-", "")).toList();
    }

    @Test
    void whoSignsInTriesAQuestionOutAndIsToldByAProblemWhatHeMayNot() {
        open();
        signIn("wall");

        var answer = tryOut("org-structure", "listUnits");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("items")).isNotEmpty();

        var refused = tryOut("case", "receiveCrimeReport");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body().path("type").asString()).startsWith("/problems/");
    }

    @Test
    void anOfficerTriesAnOrderOutAsOftenAsHeLikes() {
        var unit = house.unit(38);
        open();
        signIn(unit.officer());

        var before = new Register(house, unit).reports();
        var first = tryOut("case", "receiveCrimeReport");
        var second = again("case", "receiveCrimeReport");

        assertThat(List.of(first.status(), second.status())).containsOnly(201);
        assertThat(new Register(house, unit).reportsBeside(before))
                .containsExactlyInAnyOrder(
                        first.body().path("id").asString(), second.body().path("id").asString());
    }

    private void open() {
        tab.go(house.system().gateway() + "/docs/api");
        tab.await("document.querySelectorAll('.opblock-tag').length > 0");
    }

    private boolean isOurs(String address) {
        return address.startsWith(house.system().gateway() + "/");
    }

    private void signIn(String name) {
        tab.click(".btn.authorize");
        tab.await(PERSON);
        assertThat(
                        tab.value(PERSON + ".querySelector('#client_id_authorizationCode').value")
                                .asString())
                .isEqualTo("wall-web");
        tab.value(PERSON + ".querySelector('.authorize').click()");
        Reader.tellIdentity(browser.opened("/login"), name);
        tab.await(PERSON + ".innerText.includes('Logout')");
        tab.click(".btn-done");
    }

    private Shown tryOut(String tag, String name) {
        var operation = "#operations-%s-%s ".formatted(tag, name);
        tab.click("#operations-tag-" + tag);
        tab.click(operation + ".opblock-summary-control");
        tab.click(operation + ".try-out__btn");
        return execute(operation);
    }

    private Shown again(String tag, String name) {
        var operation = "#operations-%s-%s ".formatted(tag, name);
        tab.click(operation + ".btn-clear");
        return execute(operation);
    }

    private Shown execute(String operation) {
        tab.click(operation + ".execute");
        var answer = operation + ".live-responses-table tbody ";
        tab.await("document.querySelector('%scode')".formatted(answer));
        return new Shown(
                Integer.parseInt(tab.text(answer + ".response-col_status").strip()),
                JsonMapper.shared().readTree(tab.text(answer + "code")));
    }

    private record Shown(int status, JsonNode body) {}
}
