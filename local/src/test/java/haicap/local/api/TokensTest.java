package haicap.local.api;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.local.api.StubGateway.Reply;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class TokensTest {

    @Test
    void manyWhoNeedTheSameTokenAtOnceAskForItOnce() throws Exception {
        try (var gateway = new StubGateway(call -> new Reply(200, "{}"));
                var api = new Api(gateway.url());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<String> director = () -> api.token("director");
            Callable<String> auditor = () -> api.token("auditor");
            for (var token : threads.invokeAll(Collections.nCopies(32, director))) {
                assertThat(token.get()).isEqualTo("director");
            }
            threads.invokeAll(List.of(auditor, director, auditor));

            assertThat(gateway.tokens()).containsExactly("director", "auditor");
        }
    }
}
