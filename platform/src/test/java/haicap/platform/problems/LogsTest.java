package haicap.platform.problems;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import haicap.platform.testing.TestPostgres;
import haicap.platform.testing.TestService;
import haicap.platform.testing.TestTokens;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** What a client sent wrong is the client's: the log tells nothing of it, and little about it. */
@ExtendWith(OutputCaptureExtension.class)
class LogsTest {

    /** In every place where a client can put something. */
    private static final String SECRET = "eyJhbGciOiJSUzI1NiJ9.secret";

    private static ConfigurableApplicationContext service;
    private static int port;

    @BeforeAll
    static void start() {
        service =
                TestService.start(
                        TestPostgres.database(), "logs", Map.of("haicap.orgcopy.feed", "false"));
        port = ((WebServerApplicationContext) service).getWebServer().getPort();
        // as it is outside of tests
        LoggingSystem.get(LogsTest.class.getClassLoader()).setLogLevel("ROOT", LogLevel.INFO);
    }

    @AfterAll
    static void stop() {
        LoggingSystem.get(LogsTest.class.getClassLoader()).setLogLevel("ROOT", LogLevel.WARN);
        service.close();
    }

    @Test
    void nothingOfAHeadersValueNorOfAQueryStandsInTheLogAndNoStackOfACaller(CapturedOutput log)
            throws IOException {
        for (var header :
                List.of(
                        "Cookie: a=\"" + SECRET + "\u0001; $b",
                        "Cookie: " + SECRET + "=,;\"{}",
                        "Accept-Language: " + ("x;q=" + SECRET + ",").repeat(200),
                        "Accept-Language: \u0001" + SECRET,
                        "Accept: " + SECRET,
                        "Accept: a/b;q=" + SECRET,
                        "Content-Type: " + SECRET,
                        "Content-Length: " + SECRET,
                        "Acting-Post: " + SECRET,
                        "traceparent: " + SECRET,
                        "Last-Event-ID: " + SECRET,
                        "If-None-Match: " + SECRET,
                        "Range: bytes=" + SECRET,
                        "Expect: " + SECRET,
                        "Transfer-Encoding: " + SECRET,
                        "X-Forwarded-For: " + SECRET,
                        "Bad\u0001Name: " + SECRET)) {
            assertRefusedOrAnswered(send("GET /api/v1/things HTTP/1.1", header));
            assertRefusedOrAnswered(send("POST /api/v1/things HTTP/1.1", header));
        }
        for (var target :
                List.of(
                        "/api/v1/things?q=[" + SECRET + "]",
                        "/api/v1/things?q=\u00e9" + SECRET,
                        "/api/v1/things?q=%ff" + SECRET,
                        "/api/v1/things?" + SECRET + "=%00",
                        "/api/v1/things?q=%zz" + SECRET,
                        "/api/v1/{" + SECRET + "}",
                        "/api/v1/things;" + SECRET + "=1",
                        "/api/v1/%2e%2e/" + SECRET,
                        "/api/v1/things?" + "q=1&".repeat(990) + SECRET)) {
            assertRefusedOrAnswered(send("GET " + target + " HTTP/1.1", "A: b"));
        }
        assertRefusedOrAnswered(send(SECRET + " / HTTP/1.1", "A: b"));
        assertRefusedOrAnswered(send("GET / " + SECRET, "A: b"));

        assertThat(log.getAll()).doesNotContain(SECRET).doesNotContain("\tat ");
        assertThat(log.getAll().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThan(2_200));
    }

    @Test
    void everyMessageIsALineOfItsOwnWhateverItBears() {
        var context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        var layout = new PatternLayout();
        layout.setContext(context);
        layout.setPattern(
                service.getEnvironment().getRequiredProperty("logging.pattern.console"));
        layout.start();
        var failure = new IllegalStateException("broken");

        var lines =
                Stream.of(
                                event(context, "first\r\nof one", null),
                                event(context, "second", failure),
                                event(context, "third", null))
                        .map(layout::doLayout)
                        .flatMap(text -> (text + "|").lines())
                        .map(String::strip)
                        .toList();

        assertThat(lines.getFirst()).endsWith("lines : first | of one");
        assertThat(lines.get(1)).isEqualTo("|");
        assertThat(lines.get(2)).endsWith("lines : second");
        assertThat(lines.get(3)).isEqualTo(failure.toString());
        assertThat(lines.get(lines.size() - 2)).endsWith("lines : third");
    }

    private static LoggingEvent event(
            LoggerContext context, String message, @Nullable Throwable failure) {
        return new LoggingEvent(
                "here", context.getLogger("lines"), Level.INFO, message, failure, null);
    }

    private static void assertRefusedOrAnswered(String answer) {
        assertThat(answer).matches("(?s)(|HTTP/1.1 [234].*|HTTP/1.1 501.*|HTTP/1.1 505.*)");
    }

    private static String send(String start, String header) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            var request =
                    "%s\r\nHost: test\r\nConnection: close\r\nAuthorization: Bearer %s\r\n%s\r\n\r\n"
                            .formatted(start, TestTokens.system("s", "x"), header);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
