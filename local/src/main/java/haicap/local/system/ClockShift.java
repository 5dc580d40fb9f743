package haicap.local.system;

import haicap.local.parts.Failure;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;

/** How far the domain clock of all parts is ahead of real time. */
public record ClockShift(Duration ahead) {

    private static final Duration MOST = Duration.ofDays(3_660);

    /** No shift. */
    public static final ClockShift NONE = new ClockShift(Duration.ZERO);

    public ClockShift {
        if (ahead.abs().compareTo(MOST) > 0) {
            throw new Failure("Không dời đồng hồ quá mười năm", "No shift beyond ten years");
        }
    }

    /** Reads what parts read, an ISO-8601 duration; nothing is no shift. */
    public static ClockShift parse(String text) {
        return text.isBlank() ? NONE : new ClockShift(Duration.parse(text.strip()));
    }

    /** This shift and so much more: {@code +3d}, {@code -2h30m}, {@code +PT5M}. */
    public ClockShift plus(String step) {
        return new ClockShift(ahead.plus(duration(step)));
    }

    private static Duration duration(String step) {
        var text = step.strip().toUpperCase(Locale.ROOT);
        var backwards = text.startsWith("-");
        var length = backwards || text.startsWith("+") ? text.substring(1) : text;
        if (length.startsWith("-") || length.startsWith("+")) {
            throw unreadable(step);
        }
        try {
            var duration = Duration.parse(length.startsWith("P") ? length : iso(length));
            return backwards ? duration.negated() : duration;
        } catch (DateTimeException e) {
            throw unreadable(step);
        }
    }

    private static String iso(String length) {
        var days = length.indexOf('D') + 1;
        var rest = length.substring(days);
        return "P" + length.substring(0, days) + (rest.isEmpty() ? "" : "T" + rest);
    }

    private static Failure unreadable(String step) {
        return new Failure(
                "Không hiểu “%s”; ví dụ: +3d, -2h30m".formatted(step),
                "Cannot read “%s”; for instance +3d, -2h30m".formatted(step));
    }
}
