package haicap.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What tests demand of every answer that the gateway gives itself. */
final class Answers {

    private Answers() {}

    static JsonNode problem(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        var problem = JsonMapper.shared().readTree(response.body());
        assertThat(problem.path("code").asString()).isEqualTo(code);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("type").asString()).isEqualTo("/problems/" + code);
        assertThat(problem.path("title").asString()).isNotBlank();
        assertThat(problem.path("detail").asString()).isNotBlank().doesNotContain("{");
        assertThat(problem.path("traceId").asString()).matches("[0-9a-f]{32}");
        assertThat(problem.has("trace")).isFalse();
        return problem;
    }

    static void asksToRetry(HttpResponse<String> response) {
        assertThat(response.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 10L);
    }
}
