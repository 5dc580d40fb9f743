package haicap.gateway.status;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * The page itself, Vietnamese first: counts and words of our own, and nothing that came from
 * elsewhere.
 */
final class StatusPage {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss dd/MM/uuuu", Locale.ROOT)
                    .withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    private static final String FRAME =
            """
            <!doctype html>
            <html lang="vi">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta http-equiv="refresh" content="10">
            <title>Tình trạng · Hai Cấp</title>
            <link rel="stylesheet" href="/problems/catalogue.css">
            </head>
            <body>
            <nav><a href="/">Hai Cấp</a> › <a href="/docs">Tài liệu · Documents</a></nav>
            <main>
            <h1>%s</h1>
            <p class="en" lang="en">%s</p>
            <table>
            <tr><th>Thành phần <span class="en" lang="en">Part</span>
            <th>Đang chạy <span class="en" lang="en">Up</span>
            <th>Chưa nhận xong <span class="en" lang="en">Behind</span>
            <th>Chưa gửi <span class="en" lang="en">Unsent</span>
            <th>Gác lại <span class="en" lang="en">Parked</span>
            <th>Sự kiện bị mất <span class="en" lang="en">Missed</span>
            <th>Bản sao tổ chức <span class="en" lang="en">Copy of the organisation</span></tr>
            %s</table>
            <p class="status">Lúc %s, giờ Hà Nội; tự tải lại sau 10 giây. <span class="en" lang="en">Reloads by itself every 10 seconds.</span></p>
            </main>
            </body>
            </html>
            """;

    private StatusPage() {}

    static String of(List<PartNow> parts, Instant at) {
        var rows = new StringBuilder();
        parts.forEach(part -> rows.append(row(part)));
        var verdict = Verdict.of(parts);
        return FRAME.formatted(verdict.vietnamese, verdict.english, rows, TIME.format(at));
    }

    private enum Verdict {
        GOOD("Hệ thống hoạt động bình thường", "All is well"),
        TO_BE_SEEN_TO("Có việc cần xem", "Somebody should look"),
        AWAY("Có thành phần không trả lời", "A part does not answer");

        private final String vietnamese;
        private final String english;

        Verdict(String vietnamese, String english) {
            this.vietnamese = vietnamese;
            this.english = english;
        }

        static Verdict of(List<PartNow> parts) {
            if (parts.stream().anyMatch(PartNow::isAway)) {
                return AWAY;
            }
            return parts.stream().anyMatch(PartNow::isToBeSeenTo) ? TO_BE_SEEN_TO : GOOD;
        }
    }

    private static String row(PartNow part) {
        var told = part.tells();
        return "<tr><td>%s <span class=\"en\" lang=\"en\">%s</span><td>%s<td>%s<td>%s<td>%s<td>%s<td>%s</tr>\n"
                .formatted(
                        part.part().vietnamese(),
                        part.part().english(),
                        up(part),
                        told ? marked(part.behind(), false) : "–",
                        told ? unsent(part) : "–",
                        told ? marked(part.parked(), true) : "–",
                        told ? marked(part.gaps(), true) : "–",
                        told ? seconds(part.copyAgeMillis() / 1_000.0) : "–");
    }

    private static String up(PartNow part) {
        var count = part.ready() + "/" + part.instances().size();
        if (part.isAway()) {
            return "<strong>không trả lời <span class=\"en\" lang=\"en\">does not answer</span></strong>";
        }
        return part.ready() < part.instances().size() ? "<strong>" + count + "</strong>" : count;
    }

    private static String unsent(PartNow part) {
        return part.unsent() == 0 ? "0" : part.unsent() + " · " + seconds(part.oldestSeconds());
    }

    /** What should be nothing stands out where it is something. */
    private static String marked(long count, boolean shouldBeNothing) {
        return shouldBeNothing && count > 0
                ? "<strong>" + count + "</strong>"
                : Long.toString(count);
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.1f s", seconds);
    }
}
