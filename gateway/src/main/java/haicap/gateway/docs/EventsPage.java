package haicap.gateway.docs;

import haicap.gateway.pages.PublicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.util.HtmlUtils;
import org.yaml.snakeyaml.Yaml;

/** The AsyncAPI document as people read it: channels, messages, an example each. */
final class EventsPage {

    private static final String CONTRACTS = "contracts/";
    private static final String FRAME =
            """
            <!doctype html>
            <html lang="vi">
            <head>
            <meta charset="utf-8">
            <link rel="icon" href="data:,">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Sự kiện - Hai Cấp - Events</title>
            <link rel="stylesheet" href="/docs/files/docs.css">
            </head>
            <body>
            <main>
            <p><a href="/docs">Tài liệu</a></p>
            <h1>Sự kiện <small lang="en">Events</small></h1>
            <p lang="en">%s</p>
            <p><a href="/docs/asyncapi.yaml">asyncapi.yaml</a></p>
            %s
            </main>
            </body>
            </html>
            """;

    private final Map<?, ?> document;
    private final StringBuilder html = new StringBuilder();

    private EventsPage(Map<?, ?> document) {
        this.document = document;
    }

    static String ofContracts() {
        Map<?, ?> document =
                new Yaml()
                        .load(
                                new String(
                                        PublicFile.bytes(CONTRACTS + "asyncapi.yaml"),
                                        StandardCharsets.UTF_8));
        return new EventsPage(document).page();
    }

    /** Schemas and examples of events by topic and name, and where they lie. */
    static Map<String, String> schemas() {
        try {
            var all = new TreeMap<String, String>();
            for (var file :
                    new PathMatchingResourcePatternResolver()
                            .getResources("classpath:/contracts/haicap.*/*.json")) {
                var address = file.getURL().toString();
                var name = address.substring(address.lastIndexOf(CONTRACTS) + CONTRACTS.length());
                all.put(name, CONTRACTS + name);
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String page() {
        in(document, "channels").forEach((name, channel) -> channel((Map<?, ?>) channel));
        var words = in(document, "info").get("description");
        return FRAME.formatted(text(words), html);
    }

    private void channel(Map<?, ?> channel) {
        html.append("<section>\n<h2><code>%s</code></h2>\n".formatted(text(channel.get("address"))))
                .append("<p lang=\"en\">%s</p>\n".formatted(text(channel.get("description"))));
        in(channel, "messages").keySet().forEach(this::message);
        html.append("</section>\n");
    }

    private void message(Object key) {
        var message = in(in(in(document, "components"), "messages"), key);
        var schema = String.valueOf(in(in(message, "payload"), "schema").get("$ref")).substring(2);
        var example = schema.replace(".schema.json", ".json");
        html.append("<article>\n<h3>%s</h3>\n".formatted(text(message.get("title"))))
                .append("<p><code>%s</code> ".formatted(text(message.get("name"))))
                .append("<a href=\"/docs/%s\">schema</a></p>\n".formatted(text(schema)))
                .append("<details><summary>Ví dụ <small lang=\"en\">Example</small></summary>")
                .append("<pre>%s</pre></details>\n</article>\n".formatted(file(example)));
    }

    private static String file(String name) {
        return text(new String(PublicFile.bytes(CONTRACTS + name), StandardCharsets.UTF_8));
    }

    private static Map<?, ?> in(Map<?, ?> from, Object key) {
        return from.get(key) instanceof Map<?, ?> found ? found : Map.of();
    }

    private static String text(@Nullable Object words) {
        return HtmlUtils.htmlEscape(String.valueOf(words), "UTF-8");
    }
}
