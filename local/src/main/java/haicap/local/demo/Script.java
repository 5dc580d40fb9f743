package haicap.local.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/** The bodies of what people do; chance decides, within what is true to life. */
final class Script {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final List<String> CATEGORIES =
            List.of("SO", "SO", "SO", "SO", "EC", "HT", "HT", "DR", "DR", "EN", "CO");
    private static final List<String> SEVERITIES =
            List.of(
                    "LESS_SERIOUS",
                    "LESS_SERIOUS",
                    "LESS_SERIOUS",
                    "SERIOUS",
                    "SERIOUS",
                    "VERY_SERIOUS",
                    "ESPECIALLY_SERIOUS");
    private static final List<String> CHANNELS =
            List.of("IN_PERSON", "IN_PERSON", "PHONE", "DOCUMENT", "ONLINE", "REFERRAL");
    private static final List<String> SUMMARIES =
            List.of(
                    "Tin báo mất trộm xe máy",
                    "Tố giác lừa đảo qua mạng",
                    "Tin báo về việc cố ý gây thương tích",
                    "Tin báo sử dụng trái phép chất ma túy",
                    "Kiến nghị xem xét việc xả thải");
    private static final List<String> WEIGHTS = List.of("LOW", "MEDIUM", "MEDIUM", "HIGH");
    private static final List<String> TOPICS =
            List.of("RES", "CRIME", "TRAFFIC_URBAN", "ADMIN_DIGITAL", "SERVICE");
    private static final int MOST_SECONDS_AGO = 600;
    private static final int MOST_DAYS_AGO = 2;

    private final Chance chance;
    private final Instant now;
    private final String paper;

    /** Of one action, under the number of its paper. */
    Script(Chance chance, Instant now, String paper) {
        this.chance = chance;
        this.now = now;
        this.paper = paper;
    }

    /** The day in Hanoi. */
    static LocalDate dayOf(Instant instant) {
        return instant.atZone(HANOI).toLocalDate();
    }

    String intake() {
        var receivedAt = now.minusSeconds(1L + chance.upTo(MOST_SECONDS_AGO));
        var occurredOn = dayOf(receivedAt).minusDays(chance.upTo(MOST_DAYS_AGO));
        return json(
                Map.of(
                        "occurredOn", occurredOn,
                        "receivedAt", receivedAt,
                        "category", chance.any(CATEGORIES),
                        "severity", chance.any(SEVERITIES),
                        "channel", chance.any(CHANNELS),
                        "summary", chance.any(SUMMARIES)));
    }

    /** A decision that says no more than itself. */
    String decision() {
        return decided(Map.of());
    }

    String classification() {
        return decided(
                Map.of("category", chance.any(CATEGORIES), "severity", chance.any(SEVERITIES)));
    }

    String assignment(String postId) {
        return decided(Map.of("postId", postId));
    }

    String handOver(String toUnitId) {
        return decided(Map.of("toUnitId", toUnitId));
    }

    String obstacle(Hindrance hindrance) {
        return json(
                Map.of(
                        "field", hindrance,
                        "severity", chance.any(WEIGHTS),
                        "description", hindrance.description()));
    }

    String triage(String departmentUnitId) {
        return decided(Map.of("departmentUnitId", departmentUnitId));
    }

    String answer() {
        return decided(Map.of("answer", "Đã bố trí, đề nghị đơn vị kiểm tra và xác nhận"));
    }

    String confirmation(boolean satisfied) {
        return decided(Map.of("satisfied", satisfied));
    }

    String campaign() {
        var today = dayOf(now);
        return decided(
                Map.of(
                        "title",
                        "Kiểm tra toàn diện công tác công an cấp xã",
                        "startsOn",
                        today,
                        "endsOn",
                        today.plusDays(Day.DAYS_OF_A_CAMPAIGN)));
    }

    /** Who leads to which units. */
    String schedule(Map<String, List<String>> unitsByLeader) {
        var teams =
                unitsByLeader.entrySet().stream()
                        .map(team ->
                                Map.of("leaderPostId", team.getKey(), "unitIds", team.getValue()))
                        .toList();
        return decided(Map.of("teams", teams));
    }

    /** What was found is up to this post to remedy. */
    String conclusion(String ownerPostId) {
        var found =
                IntStream.range(0, chance.upTo(Day.MOST_FINDINGS_OF_A_VISIT))
                        .mapToObj(number -> finding(ownerPostId))
                        .toList();
        return json(Map.of("decisionNumber", paper, "concludedAt", now, "findings", found));
    }

    private Map<String, Object> finding(String ownerPostId) {
        return Map.of(
                "topic", chance.any(TOPICS),
                "severity", chance.any(WEIGHTS),
                "text", "Sổ sách chưa cập nhật đủ theo quy định",
                "ownerPostId", ownerPostId,
                "dueOn", dayOf(now).plusDays(Day.DAYS_FOR_A_REMEDY));
    }

    String remedy() {
        return decided(Map.of("text", "Đã cập nhật đủ, có biên bản kèm theo"));
    }

    String verification(boolean accepted) {
        return decided(Map.of("accepted", accepted));
    }

    private String decided(Map<String, ?> what) {
        var written = new TreeMap<String, Object>(what);
        written.put("decisionNumber", paper);
        written.put("decidedAt", now);
        return json(written);
    }

    private static String json(Map<String, ?> fields) {
        return JSON.writeValueAsString(new TreeMap<>(fields));
    }
}
