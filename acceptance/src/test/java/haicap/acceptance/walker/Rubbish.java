package haicap.acceptance.walker;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/** What hostile hands and broken programs send. */
final class Rubbish {

    private static final int SHOWN = 40;

    /** What would run if anybody took it for more than text. */
    static final String MARKUP = "<script>alert(1)</script><img src=x onerror=alert(2)>";

    static final List<String> PATHS =
            List.of(
                    "none",
                    "%00",
                    "a%00b",
                    "%2e%2e",
                    "%2e%2e%2f%2e%2e%2finternal%2fstatus",
                    "..%2finternal",
                    "%2finternal%2fstatus",
                    "..;",
                    ";jsessionid=1",
                    "a;b=c",
                    ".",
                    "%5c..%5c",
                    "%25",
                    "%252e%252e",
                    "%ff%fe",
                    "%c0%af",
                    "%ed%a0%80",
                    "%0d%0aX:1",
                    "%20",
                    "%E1%BB%87",
                    "'%20OR%201=1--",
                    "%3Cscript%3E",
                    "-1",
                    "0",
                    "9223372036854775808",
                    "00000000-0000-0000-0000-000000000000",
                    "*",
                    "null",
                    "a".repeat(300),
                    "a".repeat(3_000),
                    "%F0%9F%91%AE");

    static final List<String> QUERY =
            List.of(
                    "",
                    "%00",
                    "a%00b",
                    "%ff",
                    "%ed%a0%80",
                    "%0d%0a",
                    "'%3B%20DROP%20TABLE%20x--",
                    "%3Cb%3E",
                    "-1",
                    "0",
                    "501",
                    "1e3",
                    "2147483648",
                    "9223372036854775808",
                    "NaN",
                    "true",
                    "null",
                    "2025-02-31",
                    "0000-00-00",
                    "-999999999-01-01",
                    "%2B999999999-12-31",
                    "9999-12-31",
                    "2025-01-01T00:00:00Z",
                    "%2B1000000000-12-31T23:59:59.999999999Z",
                    "-1000000000-01-01T00:00:00Z",
                    "Zm9yZ2Vk",
                    "AAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                    "%%25",
                    "a".repeat(2_000),
                    "%F0%9F%91%AE");

    /** JSON values that are hardly ever what a field wants. */
    static final List<String> VALUES =
            List.of(
                    "null",
                    "true",
                    "\"true\"",
                    "0",
                    "2",
                    "\"2\"",
                    "-1",
                    "1.5",
                    "1e400",
                    "99999999999999999999999999",
                    "[]",
                    "[null]",
                    "{}",
                    "{\"a\": 1}",
                    "\"\"",
                    "\" \"",
                    "\"\\u0000\"",
                    "\"a\\u0000b\"",
                    "\"a\\u0007b\"",
                    "\"\\ud800\"",
                    "\"\\udc00\\ud800\"",
                    "\"a\\u202eb\"",
                    "\"\\ufffe\\uffff\"",
                    "\"" + MARKUP + "\"",
                    "\"'; DROP TABLE crime_report; --\"",
                    "\"${jndi:ldap://x}\"",
                    "\"{{7*7}}\"",
                    "\"2025-02-31\"",
                    "\"0000-01-01\"",
                    "\"9999-12-31\"",
                    "\"-0001-01-01\"",
                    "\"+292278994-08-17\"",
                    "\"2025-11-20+07:00\"",
                    "\"2025-02-31T00:00:00Z\"",
                    "\"9999-12-31T23:59:59Z\"",
                    "\"0000-01-01T00:00:00Z\"",
                    "\"-1000000000-01-01T00:00:00Z\"",
                    "\"+1000000000-12-31T23:59:59.999999999Z\"",
                    "\"2025-11-20T25:00:00Z\"",
                    "\"2025-11-20T10:00:00\"",
                    "\"XX\"",
                    "\"" + "x".repeat(81) + "\"",
                    "\"" + "x".repeat(101) + "\"",
                    "\"" + "x".repeat(4_001) + "\"",
                    "\"" + "ệ".repeat(4_001) + "\"",
                    "\"" + "x".repeat(200_000) + "\"");

    /** Whole bodies. */
    static final List<byte[]> BODIES =
            List.of(
                    bytes(""),
                    bytes(" "),
                    bytes("{"),
                    bytes("}"),
                    bytes("[]"),
                    bytes("null"),
                    bytes("7"),
                    bytes("\"text\""),
                    bytes("{\"a\""),
                    bytes("{'a': 1}"),
                    bytes("{\"a\": 1,}"),
                    bytes("// x\n{}"),
                    bytes("{\"a\": NaN}"),
                    bytes("{} {}"),
                    bytes("{}garbage"),
                    bytes("<a/>"),
                    bytes("a=b&c=d"),
                    bytes("\u0000\u0001\u0002"),
                    bytes("\ufeff{}"),
                    new byte[] {(byte) 0xff, (byte) 0xfe, '{', 0, '}', 0},
                    new byte[] {'{', '"', (byte) 0xc0, (byte) 0xaf, '"', ':', '1', '}'},
                    new byte[] {(byte) 0x1f, (byte) 0x8b, 8, 0, 0},
                    bytes("[".repeat(100_000)),
                    bytes("{\"a\":".repeat(50_000)),
                    bytes("{\"a\": " + "9".repeat(50_000) + "}"),
                    bytes("{\"" + "k".repeat(60_000) + "\": 1}"),
                    bytes(many()));

    static final List<String> KEYS =
            List.of("", " ", "a b", "a".repeat(256), "a".repeat(4_000), "a\tb");

    static final List<String> TAGS =
            List.of(
                    "*",
                    "W/\"1-1\"",
                    "\"1-1\"",
                    "1-1",
                    "\"\"",
                    "\"1-999999999999999999999\"",
                    "\"0-0\", \"1-1\"",
                    "\"a\", W/\"b\"",
                    "\"",
                    "-",
                    "\"" + "9".repeat(2_000) + "\"",
                    "\"<b>\"");

    static final List<String> MEDIA =
            List.of(
                    "text/plain",
                    "application/xml",
                    "application/x-www-form-urlencoded",
                    "multipart/form-data",
                    "multipart/form-data; boundary=x",
                    "application/json; charset=utf-16",
                    "application/json; charset=nonsense",
                    "application/octet-stream",
                    "*/*",
                    "json",
                    "/",
                    "a/b/c",
                    ";",
                    "application/problem+json");

    static final List<String> ACCEPTED =
            List.of(
                    "text/html",
                    "application/xml",
                    "image/png",
                    "nonsense",
                    "///",
                    "*/json",
                    "application/json;q=2",
                    "text/csv;q=0",
                    "text/event-stream",
                    ",".repeat(100));

    static final List<String> HEADERS =
            List.of(
                    "",
                    " ",
                    "none",
                    "%00",
                    "a".repeat(2_000),
                    "-1",
                    "\u00e9",
                    "*",
                    "1-1",
                    "1-x",
                    "0",
                    "<b>",
                    "'--");

    static final List<String> HEADER_NAMES =
            List.of(
                    "Acting-Post",
                    "Last-Event-ID",
                    "If-None-Match",
                    "Accept-Language",
                    "traceparent",
                    "X-HTTP-Method-Override",
                    "X-Forwarded-Host",
                    "Range",
                    "Cookie",
                    "Authorization");

    private Rubbish() {}

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A piece of it as one line of a report. */
    static String brief(String text) {
        var shown =
                URLEncoder.encode(
                        text.substring(0, Math.min(SHOWN, text.length())), StandardCharsets.UTF_8);
        return text.length() > SHOWN ? shown + "... (" + text.length() + ")" : shown;
    }

    private static String many() {
        var fields = IntStream.range(0, 5_000).mapToObj("\"f%d\": 1"::formatted).toList();
        return "{" + String.join(",", fields) + "}";
    }
}
