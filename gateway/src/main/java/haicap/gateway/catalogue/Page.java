package haicap.gateway.catalogue;

import haicap.gateway.problems.Catalogue;
import haicap.gateway.problems.Entry;
import haicap.gateway.problems.Text;
import org.springframework.web.util.HtmlUtils;

/** The catalogue as pages for people, Vietnamese first. Everything in them is escaped. */
final class Page {

    private static final String FRAME =
            """
            <!doctype html>
            <html lang="vi">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>%s · Hai Cấp</title>
            <link rel="stylesheet" href="/problems/catalogue.css">
            </head>
            <body>
            <nav><a href="/docs">Tài liệu · Documents</a> › <a href="/problems">Danh mục lỗi · Problems</a></nav>
            <main>
            %s
            </main>
            </body>
            </html>
            """;

    private Page() {}

    static String of(Entry entry) {
        var body =
                """
                <p class="status">HTTP %s · <code>%s</code></p>
                <h1>%s</h1>
                <p class="en" lang="en">%s</p>
                %s%s%s\
                """
                        .formatted(
                                escaped(entry.status()),
                                escaped(entry.code()),
                                escaped(entry.title().vi()),
                                escaped(entry.title().en()),
                                section("Nguyên nhân · Cause", entry.cause()),
                                section("Cách khắc phục · Cure", entry.cure()),
                                section("Gửi lại? · Send it again?", entry.again().advice()));
        return FRAME.formatted(escaped(entry.code()), body);
    }

    static String of(Catalogue catalogue) {
        var body =
                new StringBuilder("<h1>Danh mục lỗi</h1>\n<p class=\"en\">Problem catalogue</p>\n");
        body.append("<table>\n<tr><th>HTTP<th>code<th>Ý nghĩa · Meaning</tr>\n");
        for (var entry : catalogue.all()) {
            body.append(
                    "<tr><td>%s<td><a href=\"/problems/%s\"><code>%s</code></a><td>%s <span class=\"en\" lang=\"en\">%s</span></tr>\n"
                            .formatted(
                                    escaped(entry.status()),
                                    escaped(entry.code()),
                                    escaped(entry.code()),
                                    escaped(entry.title().vi()),
                                    escaped(entry.title().en())));
        }
        body.append("</table>\n<h2>Trong errors[] · Within errors[]</h2>\n<table>\n");
        catalogue
                .faults()
                .forEach((code, text) ->
                        body.append(
                                "<tr id=\"%s\"><td><code>%s</code><td>%s <span class=\"en\" lang=\"en\">%s</span></tr>\n"
                                        .formatted(
                                                escaped(code),
                                                escaped(code),
                                                escaped(text.vi()),
                                                escaped(text.en()))));
        return FRAME.formatted("Danh mục lỗi", body.append("</table>"));
    }

    private static String section(String heading, Text text) {
        return "<h2>%s</h2>\n<p>%s</p>\n<p class=\"en\" lang=\"en\">%s</p>\n"
                .formatted(escaped(heading), escaped(text.vi()), escaped(text.en()));
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
