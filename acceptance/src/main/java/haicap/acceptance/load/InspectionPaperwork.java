package haicap.acceptance.load;

import haicap.acceptance.client.Session.Write;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * The bodies of what is written about obstacles and inspections. What is decided on a file is dated
 * with the file's own opening: the clock of the system may be ahead of ours.
 */
final class InspectionPaperwork {

    /** The client of the staff office's head. */
    static final String STAFF = "pv01-head";

    private static final JsonMapper JSON = new JsonMapper();
    private static final int DAYS = 30;

    private InspectionPaperwork() {}

    static Write triage(Dossier obstacle, String departmentUnitId) {
        return decision(obstacle, "triage", Map.of("departmentUnitId", departmentUnitId));
    }

    static Write answer(Dossier obstacle) {
        return decision(obstacle, "answer", Map.of("answer", "Đã bố trí thêm phòng"));
    }

    static Write confirmation(Dossier obstacle, boolean satisfied) {
        return decision(obstacle, "confirmation", Map.of("satisfied", satisfied));
    }

    static Write campaign() {
        var today = Paperwork.today();
        return new Write(
                "/api/v1/campaigns",
                json(
                        Map.of(
                                "decisionNumber",
                                "21/KH",
                                "title",
                                "Kiểm tra công tác công an cấp xã",
                                "startsOn",
                                today,
                                "endsOn",
                                today.plusDays(DAYS))));
    }

    static Write schedule(String campaign, Map<String, List<String>> teams, String etag) {
        var listed =
                teams.entrySet().stream()
                        .map(team ->
                                Map.of("leaderPostId", team.getKey(), "unitIds", team.getValue()))
                        .toList();
        var body = Map.of("decisionNumber", "22/KH", "decidedAt", Paperwork.now(), "teams", listed);
        return new Write("/api/v1/campaigns/%s/schedule".formatted(campaign), json(body))
                .onVersion(etag);
    }

    static Write conclusion(Dossier visit) {
        var found =
                Ways.OF_FINDINGS.stream().map(way -> finding(visit.unit().chiefPost())).toList();
        var body =
                Map.of(
                        "decisionNumber",
                        "23/KL",
                        "concludedAt",
                        Paperwork.now(),
                        "findings",
                        found);
        return new Write(visit.path() + "/conclusion", json(body)).onVersion(visit.etag());
    }

    private static Map<String, ?> finding(String owner) {
        var dueOn = Paperwork.today().plusDays(DAYS);
        return Map.of(
                "topic", "RES",
                "severity", "MEDIUM",
                "text", "Sổ tạm trú chưa cập nhật",
                "ownerPostId", owner,
                "dueOn", dueOn);
    }

    static Write remedy(Dossier finding) {
        return decision(finding, "remedy", Map.of("text", "Đã cập nhật sổ tạm trú"));
    }

    static Write verification(Dossier finding, boolean accepted) {
        return decision(finding, "verification", Map.of("accepted", accepted));
    }

    private static Write decision(Dossier file, String act, Map<String, ?> what) {
        var body = new TreeMap<String, Object>(what);
        body.put("decisionNumber", "24/QĐ");
        body.put("decidedAt", file.openedAt());
        return new Write(file.path() + "/" + act, json(body)).onVersion(file.etag());
    }

    private static String json(Map<String, ?> body) {
        return JSON.writeValueAsString(body);
    }
}
