package haicap.platform.deadlines;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says a step in words that a reader of the law understands. */
public final class Explanation {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private Explanation() {}

    /** The step in English when the locale asks for it, else in Vietnamese. */
    public static String of(Rule rule, Step step, Locale locale) {
        return locale.getLanguage().equals("en") ? english(rule, step) : vietnamese(rule, step);
    }

    private static String vietnamese(Rule rule, Step step) {
        var day = DATE.format(step.day());
        var n = rule.amount();
        return switch (step.kind()) {
            case HOURS_COUNTED ->
                    n + " giờ liên tục, kể cả ban đêm và ngày nghỉ; hết hạn ngày " + day;
            case DAYS_COUNTED_AFTER_START ->
                    n + days(rule) + ", không tính ngày bắt đầu; ngày cuối là " + day;
            case DAYS_COUNTED_WITH_START ->
                    n + days(rule) + ", tính cả ngày bắt đầu; ngày cuối là " + day;
            case MONTHS_COUNTED -> n + " tháng, đến ngày trùng " + day;
            case MONTH_END_TAKEN ->
                    n + " tháng, tháng sau không có ngày trùng nên lấy ngày cuối tháng " + day;
            case DAY_OFF_NOT_COUNTED -> "Không tính " + day + offVi(step);
            case DAY_OFF_ROLLED_OVER ->
                    day
                            + " là ngày nghỉ"
                            + offVi(step)
                            + ", chuyển sang ngày kế tiếp"
                            + rollVi(rule);
            case CALENDAR_UNSURE -> day + ": " + doubtVi(step.certainty());
        };
    }

    private static String english(Rule rule, Step step) {
        var day = step.day();
        var n = rule.amount();
        return switch (step.kind()) {
            case HOURS_COUNTED ->
                    n + " hours without a break, nights and days off included; ends on " + day;
            case DAYS_COUNTED_AFTER_START ->
                    n + daysEn(rule) + ", the day of the event not counted; the last one is " + day;
            case DAYS_COUNTED_WITH_START ->
                    n + daysEn(rule) + ", the day of the event counted; the last one is " + day;
            case MONTHS_COUNTED -> n + " months, to the same day-number, " + day;
            case MONTH_END_TAKEN ->
                    n + " months; no such day-number, so the month's last day, " + day;
            case DAY_OFF_NOT_COUNTED -> day + " is not counted" + offEn(step);
            case DAY_OFF_ROLLED_OVER ->
                    day
                            + " is not worked"
                            + offEn(step)
                            + ", passes to the next day"
                            + rollEn(rule);
            case CALENDAR_UNSURE -> day + ": " + doubtEn(step.certainty());
        };
    }

    private static String days(Rule rule) {
        return rule.unit() == TermUnit.WORKING_DAY ? " ngày làm việc" : " ngày";
    }

    private static String daysEn(Rule rule) {
        return rule.unit() == TermUnit.WORKING_DAY ? " working days" : " days";
    }

    private static String rollVi(Rule rule) {
        return rule.unit() == TermUnit.DAY
                ? " (áp dụng Điều 134 BLTTHS cho thời hạn theo ngày: chờ xác nhận)"
                : "";
    }

    private static String rollEn(Rule rule) {
        return rule.unit() == TermUnit.DAY
                ? " (Article 134 read as covering terms in days: to be confirmed)"
                : "";
    }

    private static String offVi(Step step) {
        var name = step.nameVi() == null ? weekdayVi(step.day()) : step.nameVi();
        return " (" + name + sure(step.certainty(), doubtVi(step.certainty())) + ")";
    }

    private static String offEn(Step step) {
        var name = step.nameEn() == null ? weekdayEn(step.day()) : step.nameEn();
        return " (" + name + sure(step.certainty(), doubtEn(step.certainty())) + ")";
    }

    private static String sure(@Nullable Certainty certainty, String doubt) {
        return certainty == Certainty.PUBLISHED ? "" : "; " + doubt;
    }

    private static String weekdayVi(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> "thứ Bảy";
            case SUNDAY -> "Chủ nhật";
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> "ngày thường";
        };
    }

    private static String weekdayEn(LocalDate day) {
        var name = day.getDayOfWeek().name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    private static String doubtVi(@Nullable Certainty certainty) {
        return switch (certainty) {
            case null -> "không rõ";
            case PUBLISHED -> "đã công bố";
            case STATUTORY -> "theo luật; lịch nghỉ chính thức của năm chưa công bố";
            case TO_CONFIRM -> "chờ xác nhận";
            case BEYOND_TABLE -> "ngoài phạm vi bảng ngày nghỉ, có thể là ngày nghỉ";
        };
    }

    private static String doubtEn(@Nullable Certainty certainty) {
        return switch (certainty) {
            case null -> "unknown";
            case PUBLISHED -> "published";
            case STATUTORY -> "by statute; the year's official list of days off is not out";
            case TO_CONFIRM -> "to be confirmed";
            case BEYOND_TABLE -> "beyond the table of days off, so it may be one";
        };
    }
}
