package haicap.acceptance.browser;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One page: what a person does there, and what the browser knows of it. For one thread. */
public final class Tab implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(25);
    private static final Map<String, Integer> KEYS =
            Map.of(
                    "Enter",
                    13,
                    "Escape",
                    27,
                    "ArrowLeft",
                    37,
                    "ArrowUp",
                    38,
                    "ArrowRight",
                    39,
                    "ArrowDown",
                    40,
                    "Tab",
                    9,
                    "/",
                    191);

    private final AtomicInteger number = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final List<String> addresses = new CopyOnWriteArrayList<>();
    private final Map<String, String> open = new ConcurrentHashMap<>();
    private final WebSocket line;

    Tab(HttpClient http, URI address) {
        this.line = http.newWebSocketBuilder().buildAsync(address, new Ear()).join();
        for (var domain : List.of("Runtime", "Log", "Page", "Network")) {
            command(domain + ".enable", Map.of());
        }
        command("Performance.enable", Map.of("timeDomain", "threadTicks"));
    }

    /** Sends a command of the protocol; gives its result. */
    public JsonNode command(String method, Map<String, ?> parameters) {
        var id = number.incrementAndGet();
        var answer = new CompletableFuture<JsonNode>();
        asked.put(id, answer);
        var text =
                JsonMapper.shared()
                        .writeValueAsString(
                                Map.of("id", id, "method", method, "params", parameters));
        line.sendText(text, true).join();
        return answer.orTimeout(60, java.util.concurrent.TimeUnit.SECONDS).join();
    }

    /** Goes to an address. */
    public void go(String address) {
        command("Page.navigate", Map.of("url", address));
    }

    /** Runs a script in every page that this tab opens from now on, before the page's own. */
    public void prepare(String script) {
        command("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
    }

    /** The value of an expression, promises awaited. */
    public JsonNode value(String expression) {
        var result =
                command(
                        "Runtime.evaluate",
                        Map.of(
                                "expression",
                                expression,
                                "awaitPromise",
                                true,
                                "returnByValue",
                                true,
                                "userGesture",
                                true));
        if (result.has("exceptionDetails")) {
            throw new IllegalStateException(expression + ": " + result.path("exceptionDetails"));
        }
        return result.path("result").path("value");
    }

    /** Waits until an expression is true. */
    public void await(String expression) {
        await(expression, PATIENCE);
    }

    /** Waits until an expression is true, at most so long. */
    public void await(String expression, Duration atMost) {
        Awaitility.await(expression)
                .atMost(atMost)
                .pollInterval(LOOK)
                .ignoreExceptions()
                .until(() -> value("!!(" + expression + ")").asBoolean());
    }

    /** The text of the first element that a selector finds. */
    public String text(String selector) {
        return value("document.querySelector(%s)?.innerText ?? ''".formatted(quoted(selector)))
                .asString();
    }

    /** Clicks on the first element that a selector finds, once there is one. */
    public void click(String selector) {
        var element = "document.querySelector(%s)".formatted(quoted(selector));
        await(element);
        value(element + ".click()");
    }

    /** Puts a text into a field, as typing does. */
    public void fill(String selector, String text) {
        var element = "document.querySelector(%s)".formatted(quoted(selector));
        await(element);
        value(element + ".focus()");
        value(element + ".value = ''");
        command("Input.insertText", Map.of("text", text));
    }

    /** Presses a key. */
    public void press(String key) {
        for (var type : List.of("keyDown", "keyUp")) {
            command(
                    "Input.dispatchKeyEvent",
                    Map.of(
                            "type",
                            type,
                            "key",
                            key,
                            "text",
                            key.equals("Enter") ? "\r" : "",
                            "windowsVirtualKeyCode",
                            KEYS.getOrDefault(key, 0)));
        }
    }

    /** How large the window is, and which theme the reader's system has. */
    public void show(int width, int height, String theme) {
        command(
                "Emulation.setDeviceMetricsOverride",
                Map.of(
                        "width",
                        width,
                        "height",
                        height,
                        "deviceScaleFactor",
                        1,
                        "mobile",
                        width < 500));
        command(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", theme),
                                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
    }

    /** Cuts the network off, or gives it back. */
    public void cut(boolean off) {
        command(
                "Network.emulateNetworkConditions",
                Map.of(
                        "offline", off,
                        "latency", 0,
                        "downloadThroughput", -1,
                        "uploadThroughput", -1));
    }

    /** A picture of what one sees, as PNG. */
    public byte[] picture() {
        var picture = command("Page.captureScreenshot", Map.of("format", "png"));
        return Base64.getDecoder().decode(picture.path("data").asString());
    }

    /** One of the browser's own measures of the page; times are processor seconds of its thread. */
    public double measure(String name) {
        for (var metric : command("Performance.getMetrics", Map.of()).path("metrics")) {
            if (metric.path("name").asString().equals(name)) {
                return metric.path("value").asDouble();
            }
        }
        throw new IllegalArgumentException(name);
    }

    /** What is still used after everything unused has been collected. */
    public double heap() {
        command("HeapProfiler.collectGarbage", Map.of());
        command("HeapProfiler.collectGarbage", Map.of());
        return measure("JSHeapUsedSize");
    }

    /** Every error that the browser noted: exceptions, refused content, broken policies. */
    public List<String> complaints() {
        return new ArrayList<>(complaints);
    }

    /** Every address that was asked. */
    public List<String> addresses() {
        return new ArrayList<>(addresses);
    }

    /** Streams on which the page still listens. */
    public long openStreams() {
        return open.values().stream().filter(address -> address.endsWith("/stream")).count();
    }

    /** A text as it stands in a script. */
    public static String quoted(String text) {
        return JsonMapper.shared().writeValueAsString(text);
    }

    @Override
    public void close() {
        command("Page.close", Map.of());
        line.abort();
    }

    private void heard(JsonNode message) {
        if (message.has("id")) {
            var answer = asked.remove(message.path("id").asInt());
            if (answer != null) {
                answer.complete(message.path("result"));
            }
            return;
        }
        var told = message.path("params");
        switch (message.path("method").asString("")) {
            case "Runtime.exceptionThrown" ->
                    complaints.add(told.path("exceptionDetails").toString());
            case "Log.entryAdded" -> {
                if (told.path("entry").path("level").asString().equals("error")) {
                    complaints.add(told.path("entry").toString());
                }
            }
            case "Network.requestWillBeSent" -> {
                var address = told.path("request").path("url").asString();
                addresses.add(address);
                open.put(told.path("requestId").asString(), address);
            }
            // what the page before listened to went with it
            case "Page.frameNavigated" -> open.clear();
            case "Network.loadingFinished", "Network.loadingFailed" ->
                    open.remove(told.path("requestId").asString());
            default -> {}
        }
    }

    private final class Ear implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                var message = JsonMapper.shared().readTree(text.toString());
                text.setLength(0);
                heard(message);
            }
            return WebSocket.Listener.super.onText(socket, part, last);
        }
    }
}
