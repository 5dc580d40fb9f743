package haicap.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class StatusPageTests {

    private static final String TOLD =
            """
            {"instance":"case-1","clockAt":"2026-01-01T00:00:00Z","orgCopyAgeMillis":1200,
             "outboxUnsent":%d,"outboxOldestSeconds":3.5,"relayHolder":true,"positions":[],
             "lag":[{"feed":"f","topic":"t","partition":0,"messages":17}],"gaps":[],
             "parked":%d,"auditUnsealed":0}\
            """;

    private final Part first = new Part();
    private final Part second = new Part();
    private final City city =
            new City(
                    "haicap.management.org-structure=" + first.uri(),
                    "haicap.management.case=" + first.uri() + "," + second.uri(),
                    "haicap.management.inspection=" + first.uri(),
                    "haicap.management.reporting=" + first.uri());

    @AfterEach
    void stop() {
        city.close();
        first.close();
        second.close();
    }

    @Test
    void tellsWhatIsUpAndWhatWaits() {
        first.behaves(telling(TOLD.formatted(0, 0)));
        second.behaves(telling(TOLD.formatted(0, 0)));

        assertThat(page().body())
                .contains(
                        "Hệ thống hoạt động bình thường", "All is well", "<td>2/2<td>34<td>0<td>0");
        assertThat(page().headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(page().headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'");
    }

    @Test
    void saysWhatSomebodyShouldLookAt() {
        first.behaves(telling(TOLD.formatted(5, 3)));
        second.behaves(telling(TOLD.formatted(5, 3)));

        assertThat(page().body())
                .contains("Có việc cần xem", "<td>5 · 3.5 s<td><strong>3</strong>");
    }

    @Test
    void saysWhatDoesNotAnswer() {
        first.behaves(telling(TOLD.formatted(0, 0)));
        second.dies();
        assertThat(page().body()).contains("Có việc cần xem", "<strong>1/2</strong>");

        first.dies();
        await().untilAsserted(() ->
                assertThat(page().body())
                        .contains("Có thành phần không trả lời", "does not answer"));
    }

    @Test
    void tellsNobodyWhereAnythingIsAndAsksOnceForManyReaders() {
        first.behaves(telling(TOLD.formatted(0, 0)));
        second.behaves(telling(TOLD.formatted(0, 0)));
        var page = page().body();
        assertThat(page).doesNotContain("127.0.0.1", "case-1", "http:", "secret");

        for (int reader = 0; reader < 20; reader++) {
            page();
        }
        assertThat(second.requests()).isLessThanOrEqualTo(4);
    }

    private HttpResponse<String> page() {
        var page = city.send(city.request("/status"));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        return page;
    }

    private static Part.Behaviour telling(String status) {
        return (request, response) ->
                response.header("Content-Type", "application/json")
                        .sendString(
                                Mono.just(
                                        request.uri().endsWith("/status")
                                                ? status
                                                : "{\"status\":\"UP\"}"))
                        .then();
    }
}
