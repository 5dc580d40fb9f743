package haicap.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PublicAddressesTests {

    @Test
    void anAddressIsAskedAsItsOperationSays() {
        assertThat(
                        routes(
                                """
                                {"tags": [{"name": "doors", "x-haicap-sign-in": ["/login"],
                                           "x-haicap-open": ["/keys/**"]}],
                                 "paths": {
                                  "/things": {"get": {"tags": ["a"]}, "post": {"tags": ["a"]}},
                                  "/things/{id}": {"get": {"tags": ["a"]}},
                                  "/proof": {"get": {"tags": ["a"], "x-haicap-slow": true}},
                                  "/rows": {"post": {"tags": ["a"],
                                    "requestBody": {"content": {"text/csv": {}}}}},
                                  "/sheet": {"get": {"tags": ["a"],
                                    "responses": {"200": {"content": {"text/csv": {}}}}}},
                                  "/news/{id}": {"get": {"tags": ["b"],
                                    "responses": {"200": {"content": {"text/event-stream": {}}}}}},
                                  "/token": {"post": {"tags": ["doors"], "security": [{}]}},
                                  "/names": {"get": {"tags": ["doors"], "security": []}}}}
                                """))
                .containsExactly(
                        "b-streams [/news/*]",
                        "a-imports [/rows]",
                        "a-slow [/proof]",
                        "a [/sheet, /things, /things/*]",
                        "doors-sign-in [/login, /token]",
                        "doors-open [/keys/**, /names]");
    }

    @Test
    void anAddressIsAskedInOneManner() {
        assertThatThrownBy(() ->
                        routes(
                                """
                                {"paths": {"/both": {"get": {"tags": ["a"]},
                                  "post": {"tags": ["a"], "x-haicap-slow": true}}}}
                                """))
                .hasMessageContaining("/both");
    }

    private static List<String> routes(String document) {
        var all = new ArrayList<String>();
        PublicAddresses.of(JsonMapper.shared().readTree(document))
                .forEach(
                        (manner, part, patterns) -> all.add(manner.routeTo(part) + " " + patterns));
        return all;
    }
}
