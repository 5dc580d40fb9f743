package haicap.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.RSAKey;
import haicap.acceptance.SignedTokens.Row;
import haicap.acceptance.client.Answer;
import haicap.acceptance.client.Api;
import haicap.acceptance.system.Parts;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The same tokens are good at the gateway and at every service: those of {@code docs/access.md}.
 */
@InTheHouse
class GoodTokensTest {

    private static final List<String> SERVICES =
            List.of(Parts.ORG_STRUCTURE, Parts.CASE, Parts.INSPECTION, Parts.REPORTING);
    private static final String REFUSED = "Bearer error=\"invalid_token\"";

    private final House house;
    private final SignedTokens tokens;

    GoodTokensTest(House house) throws ParseException {
        this.house = house;
        this.tokens =
                new SignedTokens(
                        RSAKey.parse(house.system().secret("identity-key.json")),
                        house.system().gateway().toString());
    }

    @Test
    void everyDoorTakesTheTokensOfTheTableAndRefusesTheOthers() {
        var wrong = new ArrayList<String>();
        for (var row : Row.read()) {
            look(row, "gateway", house.api(), wrong);
            for (var part : SERVICES) {
                try (var door = InstanceDoor.of(house, part)) {
                    look(row, part, door.api(), wrong);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void whoShowsNoTokenIsAskedForOne() {
        for (var part : SERVICES) {
            try (var door = InstanceDoor.of(house, part)) {
                assertThat(challenge(door.api().asNobody().get(path(part)))).isEqualTo("Bearer");
            }
        }
        assertThat(challenge(house.api().asNobody().get(path("case")))).isEqualTo("Bearer");
    }

    private void look(Row row, String door, Api api, List<String> wrong) {
        var answer = api.with(tokens.of(row)).get(path(door));
        var asItShould =
                row.isGood()
                        ? answer.status() == 200 || answer.status() == 403
                        : answer.status() == 401 && REFUSED.equals(challenge(answer));
        if (!asItShould) {
            wrong.add(door + ": " + row + " -> " + answer.status() + " " + challenge(answer));
        }
    }

    /** Everybody who is known is answered there, if only that he may not. */
    private static String path(String door) {
        return door.equals("gateway") ? "/api/v1/unit-tree" : "/api/v1/" + door + "/parked";
    }

    private static String challenge(Answer answer) {
        return answer.header("WWW-Authenticate").orElse("");
    }
}
