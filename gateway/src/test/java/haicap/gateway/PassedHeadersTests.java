package haicap.gateway;

import static haicap.gateway.Answers.problem;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PassedHeadersTests {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String TRACEPARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";

    private static City city;

    @BeforeAll
    static void start() {
        city = new City();
    }

    @AfterAll
    static void stop() {
        city.close();
    }

    @Test
    void keepsTheTraceOfTheCaller() {
        city.send(city.signed("/api/v1/units").header("traceparent", TRACEPARENT));

        assertThat(passed("traceparent")).isEqualTo(TRACEPARENT);
    }

    @Test
    void beginsATraceWhereNoneCanBeRead() {
        city.send(city.signed("/api/v1/units").header("traceparent", "00-nonsense"));
        assertThat(passed("traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");

        city.get("/api/v1/units");
        assertThat(passed("traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
    }

    @Test
    void namesTheTraceInItsOwnAnswers() {
        var response = city.send(city.signed("/nowhere").header("traceparent", TRACEPARENT));

        assertThat(problem(response, 404, "http-404").path("traceId").asString()).isEqualTo(TRACE);
    }

    @Test
    void tellsThePartWhereTheRequestCameFromAndBelievesNoClaims() {
        city.send(
                city.signed("/api/v1/units")
                        .header("X-Forwarded-For", "10.1.2.3")
                        .header("X-Forwarded-Host", "evil.example")
                        .header("Forwarded", "for=10.1.2.3"));

        assertThat(passed("X-Forwarded-For")).isEqualTo("127.0.0.1");
        assertThat(passed("X-Forwarded-Host")).isEqualTo("127.0.0.1:" + city.port());
        assertThat(passed("X-Forwarded-Proto")).isEqualTo("http");
        assertThat(passed("Forwarded")).isNull();
    }

    @Test
    void believesProxiesThatItIsToldToTrust() {
        try (var behind =
                new City("spring.cloud.gateway.server.webflux.trusted-proxies=127\\.0\\.0\\.1")) {
            behind.send(
                    behind.signed("/api/v1/units")
                            .header("X-Forwarded-For", "10.1.2.3")
                            .header("X-Forwarded-Proto", "https")
                            .header("X-Forwarded-Host", "haicap.example"));

            var passed = behind.orgStructure.lastRequest().requestHeaders();
            assertThat(passed.get("X-Forwarded-For")).isEqualTo("10.1.2.3");
            assertThat(passed.get("X-Forwarded-Proto")).isEqualTo("https");
            assertThat(passed.get("X-Forwarded-Host")).startsWith("haicap.example");
        }
    }

    @Test
    void hasNoFloorUnlessABenchmarkAsksForOne() {
        problem(city.get("/api/v1/floor"), 404, "http-404");
    }

    private static String passed(String header) {
        return city.orgStructure.lastRequest().requestHeaders().get(header);
    }
}
