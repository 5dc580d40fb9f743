package haicap.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class PlainJsonTest {

    private final JsonMapper json = JsonMapper.builder().addModule(new PlainJson()).build();

    @ParameterizedTest
    @ValueSource(strings = {"\"\\u0000\"", "\"a\\ud800\"", "\"\\udc00\\ud800\"", "7", "[]", "true"})
    void refusesTextsThatCouldNotBeGivenBackAsTheyCame(String body) {
        assertThatThrownBy(() -> json.readValue(body, String.class))
                .isInstanceOf(JacksonException.class);
    }

    @Test
    void takesEveryWholeCharacter() {
        assertThat(json.readValue("\"\\ud83d\\udc6e Trúc Bạch\"", String.class))
                .isEqualTo("👮 Trúc Bạch");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"2025-02-31\"",
                "\"0000-01-01\"",
                "\"+10000-01-01\"",
                "\"2025-11-20T00:00:00Z\"",
                "20250101",
                "[2025, 1, 1]",
                "\"\""
            })
    void refusesDaysThatAreNone(String body) {
        assertThatThrownBy(() -> json.readValue(body, LocalDate.class))
                .isInstanceOf(JacksonException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"2025-02-31T00:00:00Z\"",
                "\"+1000000000-12-31T23:59:59Z\"",
                "\"-0001-01-01T00:00:00Z\"",
                "\"2025-11-20T10:00:00\"",
                "1763600000",
                "1e400"
            })
    void refusesInstantsThatAreNone(String body) {
        assertThatThrownBy(() -> json.readValue(body, Instant.class))
                .isInstanceOf(JacksonException.class);
    }

    @Test
    void takesInstantsWithAnyOffset() {
        assertThat(json.readValue("\"2025-11-20T10:00:00+07:00\"", Instant.class))
                .isEqualTo("2025-11-20T03:00:00Z");
    }
}
