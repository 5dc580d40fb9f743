package haicap.local.demo;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** The bodies of what units do; chance decides, within what is true to life. */
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
    private static final List<String> FIELDS =
            List.of("GENERAL", "SECURITY", "CRIME", "AREA_POLICE", "ORDER");
    private static final List<String> HINDRANCES = List.of("LOW", "MEDIUM", "MEDIUM", "HIGH");
    private static final int MOST_SECONDS_AGO = 600;
    private static final int MOST_DAYS_AGO = 3;

    private final RandomGenerator chance;
    private final Instant now;

    Script(RandomGenerator chance, Instant now) {
        this.chance = chance;
        this.now = now;
    }

    String intake() {
        var receivedAt = now.minusSeconds(1 + chance.nextInt(MOST_SECONDS_AGO));
        var occurredOn =
                receivedAt.atZone(HANOI).toLocalDate().minusDays(chance.nextInt(MOST_DAYS_AGO));
        return json(
                Map.of(
                        "occurredOn", occurredOn.toString(),
                        "receivedAt", receivedAt.toString(),
                        "category", any(CATEGORIES),
                        "severity", any(SEVERITIES),
                        "channel", any(CHANNELS),
                        "summary", any(SUMMARIES)));
    }

    String classification(String number) {
        return json(
                Map.of(
                        "decisionNumber", number,
                        "decidedAt", now.toString(),
                        "category", any(CATEGORIES),
                        "severity", any(SEVERITIES)));
    }

    String assignment(String number, String postId) {
        return json(
                Map.of("decisionNumber", number, "decidedAt", now.toString(), "postId", postId));
    }

    String obstacle() {
        return json(
                Map.of(
                        "field", any(FIELDS),
                        "severity", any(HINDRANCES),
                        "description", "Thiếu người trực đêm trong tuần"));
    }

    private String any(List<String> choices) {
        return choices.get(chance.nextInt(choices.size()));
    }

    private static String json(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(e -> "\"%s\":%s".formatted(e.getKey(), JSON.writeValueAsString(e.getValue())))
                .collect(Collectors.joining(",", "{", "}"));
    }
}
