package haicap.acceptance;

import haicap.acceptance.AccessTable.Cell;
import haicap.acceptance.AccessTable.Relation;
import haicap.acceptance.client.Answer;
import haicap.acceptance.client.Session;
import haicap.acceptance.client.Session.Write;
import haicap.acceptance.load.Paperwork;
import haicap.acceptance.load.Units.Unit;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import tools.jackson.databind.json.JsonMapper;

/**
 * One real thing for each state that the table speaks of. A former unit's is one of today whose row
 * is put back to the former unit until the end of the test.
 */
final class AccessThings {

    /** Something that an address names, and the unit whose it is today. */
    record Thing(String id, String unitId) {}

    static final String PV01 = "pv01-head";
    static final String ASKED = "px05-head";
    static final String LEADER = "deputy-director-1";
    static final String VICE = "pc08-head";

    /** What every free text says, so that it can be looked for where no text belongs. */
    static final String CANARY = "Gọi 0912 345 678, chim hoàng yến " + java.util.UUID.randomUUID();

    private static final JsonMapper JSON = new JsonMapper();
    private static final int TEAMS = 7;
    private static final List<String> CITY_AND_DEPARTMENTS =
            List.of("director", "deputy", "pv01", "px01", "px05", "pc01");

    private final House house;
    final Unit own;
    final Unit other;
    private final Unit third;
    final String former;
    final String vicePost;
    private final Map<String, Thing> reports = new HashMap<>();
    private final Map<String, Thing> obstacles = new HashMap<>();
    private final Map<String, Thing> visits = new HashMap<>();
    private final Map<String, Thing> findings = new HashMap<>();
    private final Map<String, Thing> posts = new HashMap<>();
    private final Map<String, Thing> appointments = new HashMap<>();
    private final Thing assignment;
    private final Thing transfer;
    final String campaign;
    final String officer;
    private final Deque<Runnable> undo = new ArrayDeque<>();

    private static final Map<House, AccessThings> MADE = new ConcurrentHashMap<>();

    /** Those of a house, made once. */
    static AccessThings in(House house) {
        return MADE.computeIfAbsent(house, AccessThings::new);
    }

    private AccessThings(House house) {
        this.house = house;
        this.own = house.unit(30);
        this.other = house.unit(31);
        this.third = house.unit(32);
        this.former = formerOf(own);
        this.vicePost = "deputy-general-" + own.id();
        this.officer = appointVice();
        makeReports();
        makeObstacles();
        this.campaign = makeInspection();
        makePosts();
        this.assignment = assignment();
        this.transfer = transfer();
    }

    /** Who acts in a column of the table. */
    static Session session(
            String role, House house, haicap.acceptance.client.Api api, AccessThings things) {
        return switch (role) {
            case "director", "auditor", "operator", "wall" -> api.as(role);
            case "deputy" -> api.as(LEADER);
            case "pv01", "px01", "px05", "pc01" -> api.as(role + "-head");
            case "chief" -> api.as(things.own.chief());
            case "vice" -> api.as(VICE).actingFrom(things.vicePost);
            case "duty" -> api.as(things.own.officer());
            case "cic" -> api.as("integration-cic");
            case "nobody" -> api.asNobody();
            default -> throw new IllegalArgumentException("no such role: " + role);
        };
    }

    Thing of(Cell cell) {
        var path = cell.operation().substring(cell.operation().indexOf('/'));
        if (path.startsWith("/api/v1/crime-report")) {
            return of(reports, cell);
        }
        return switch (path.split("/")[3]) {
            case "obstacles" -> of(obstacles, cell);
            case "visits" -> of(visits, cell);
            case "findings" -> of(findings, cell);
            case "campaigns" -> new Thing(campaign, "");
            case "posts" -> of(posts, cell);
            case "appointments" -> of(appointments, cell);
            case "officers" -> new Thing(officer, "");
            case "functions" -> new Thing("fn-logistics", "");
            // what nobody needs in the tests, if a walker should end it
            case "authority-rules" -> new Thing("TARGET_APPROVAL", "");
            case "investigator-assignments" -> assignment;
            case "function-transfers" -> transfer;
            case "units", "feed" -> unit(cell);
            default -> new Thing("0", "");
        };
    }

    private Thing of(Map<String, Thing> kind, Cell cell) {
        var key =
                !cell.situation().isEmpty()
                        ? cell.situation()
                        : cell.of() == Relation.OWN && kind.containsKey(cell.role())
                                ? cell.role()
                                : cell.of().name();
        return java.util.Objects.requireNonNull(kind.get(key), () -> "nothing for " + cell);
    }

    private Thing unit(Cell cell) {
        return switch (cell.of()) {
            case OWN -> new Thing(own.id(), own.id());
            case OTHER -> new Thing(other.id(), other.id());
            // what is known of a former unit's area is told of its heir
            case FORMER ->
                    cell.operation().endsWith("/profile")
                            ? new Thing(own.id(), own.id())
                            : new Thing(former, former);
        };
    }

    private void makeReports() {
        reports.put("OWN", made(house.as(own.officer()).accept(reportOf(own)), own.id()));
        reports.put("OTHER", made(house.as(other.officer()).accept(report()), other.id()));
        var old = made(house.as(own.officer()).accept(report()), own.id());
        reports.put("FORMER", old);
        giveToFormer("case_service", "record", "unit_id", old);
        receivedByFormer(old);
        CITY_AND_DEPARTMENTS.forEach(role -> reports.put(role, byRole(role, report())));
        var passed = house.as(own.officer()).accept(report()).orFail();
        var agency = house.as("pc01-head").get("/api/v1/crime-reports/" + reports.get("pc01").id());
        var handOver =
                new Write(
                                "/api/v1/crime-reports/" + passed.text("id") + "/hand-over",
                                decision(Map.of("toUnitId", agency.text("unitId"))))
                        .onVersion(passed.etag());
        house.as(own.chief()).accept(handOver).orFail();
        reports.put("passed on", new Thing(passed.text("id"), agency.text("unitId")));
    }

    /** Something that is known to have happened in the unit's area. */
    private static Write reportOf(Unit unit) {
        var report = report();
        return new Write(
                report.path(),
                report.body()
                        .replaceFirst(
                                "\\{",
                                "{\"severity\": \"SERIOUS\", \"placeUnitId\": \"%s\", "
                                        .formatted(unit.id())));
    }

    /** That of a chief who writes nothing in the tests. */
    private Thing assignment() {
        var at = house.unit(90).id();
        var found = house.as("director").get("/api/v1/investigators?unitId=" + at).orFail().json();
        return new Thing(found.at("/items/0/assignments/0/id").asString(), "");
    }

    /** One that is prepared and no more, to a department that is no column. */
    private Thing transfer() {
        var day = LocalDate.now(Clock.system(java.time.ZoneId.of("Asia/Ho_Chi_Minh"))).plusDays(30);
        var plan =
                Map.of(
                        "functionId", "fn-forensics",
                        "fromUnitId", "pc09-20250101",
                        "toUnitId", "pc10-20250101",
                        "effectiveOn", day.toString(),
                        "legalBasis", "Theo bảng quyền");
        return made(
                house.as("px01-head")
                        .accept(new Write("/api/v1/function-transfers", decision(plan))),
                "pc10-20250101");
    }

    private void makeObstacles() {
        obstacles.put("OWN", made(house.as(own.officer()).accept(obstacle()), own.id()));
        obstacles.put("OTHER", made(house.as(other.officer()).accept(obstacle()), other.id()));
        var old = made(house.as(own.officer()).accept(obstacle()), own.id());
        obstacles.put("FORMER", old);
        giveToFormer("inspection", "record", "unit_id", old);
        CITY_AND_DEPARTMENTS.forEach(role -> obstacles.put(role, byRole(role, obstacle())));
        var raised = house.as(other.officer()).accept(obstacle()).orFail();
        var triage =
                new Write(
                                "/api/v1/obstacles/" + raised.text("id") + "/triage",
                                decision(Map.of("departmentUnitId", unitOf("px05"))))
                        .onVersion(raised.etag());
        house.as(PV01).accept(triage).orFail();
        obstacles.put("asked", new Thing(raised.text("id"), other.id()));
        goOn("obstacles/" + raised.text("id") + "/answer", ASKED, Map.of("answer", CANARY));
        goOn(
                "obstacles/" + raised.text("id") + "/confirmation",
                other.chief(),
                Map.of("satisfied", false));
    }

    /** Takes the next decision on a file, whatever its version. */
    private void goOn(String path, String client, Map<String, ?> what) {
        var file = "/api/v1/" + path.substring(0, path.lastIndexOf('/'));
        var etag = house.as(client).get(file).orFail().etag();
        house.as(client)
                .accept(new Write("/api/v1/" + path, decision(what)).onVersion(etag))
                .orFail();
    }

    private String unitOf(String role) {
        return obstacles.get(role).unitId();
    }

    /** The first team visits the own unit and the third, the second the other one. */
    private String makeInspection() {
        var staff = house.as(PV01);
        var today = LocalDate.now(Clock.system(java.time.ZoneId.of("Asia/Ho_Chi_Minh")));
        var plan =
                Map.of(
                        "decisionNumber",
                        "31/KH",
                        "title",
                        "Kiểm tra theo bảng quyền",
                        "startsOn",
                        today.minusDays(1),
                        "endsOn",
                        today.plusDays(20));
        var announced = staff.accept(new Write("/api/v1/campaigns", JSON.writeValueAsString(plan)));
        var id = announced.orFail().text("id");
        var schedule =
                new Write(
                                "/api/v1/campaigns/" + id + "/schedule",
                                decision(Map.of("teams", teams())))
                        .onVersion(announced.etag());
        staff.accept(schedule).orFail();
        inspect("OWN", id, own, LEADER);
        inspect("OTHER", id, other, "deputy-director-2");
        inspect("FORMER", id, third, LEADER);
        var found = "findings/" + findings.get("OTHER").id();
        var said = new HashMap<>(Map.of("text", CANARY, "decisionNumber", "34/CV"));
        said.put("decidedAt", Clock.systemUTC().instant().toString());
        house.as(other.chief())
                .accept(new Write("/api/v1/" + found + "/reply", JSON.writeValueAsString(said)))
                .orFail();
        goOn(found + "/remedy", other.chief(), Map.of("text", CANARY));
        goOn(found + "/verification", PV01, Map.of("accepted", true));
        goOn(found + "/reopening", PV01, Map.of("dueOn", today.plusDays(30)));
        giveToFormer("inspection", "record", "unit_id", visits.get("FORMER"));
        giveToFormer("inspection", "record", "unit_id", findings.get("FORMER"));
        visits.put("FORMER", new Thing(visits.get("FORMER").id(), own.id()));
        findings.put("FORMER", new Thing(findings.get("FORMER").id(), own.id()));
        return id;
    }

    private List<Map<String, Object>> teams() {
        var teams = new ArrayList<List<String>>();
        IntStream.range(0, TEAMS).forEach(team -> teams.add(new ArrayList<>()));
        teams.get(0).addAll(List.of(own.id(), third.id()));
        teams.get(1).add(other.id());
        var rest = new ArrayList<>(house.units().stream().map(Unit::id).toList());
        rest.removeAll(List.of(own.id(), other.id(), third.id()));
        for (int i = 0; i < rest.size(); i++) {
            teams.get(i % TEAMS).add(rest.get(i));
        }
        return IntStream.range(0, TEAMS)
                .mapToObj(team ->
                        Map.<String, Object>of(
                                "leaderPostId",
                                "deputy-director-" + (team + 1),
                                "unitIds",
                                teams.get(team)))
                .toList();
    }

    private void inspect(String key, String campaignId, Unit unit, String leader) {
        var listed =
                house.as(PV01)
                        .get(
                                "/api/v1/visits?campaignId=%s&unitId=%s"
                                        .formatted(campaignId, unit.id()));
        var visit = listed.orFail().json().path("items").get(0).path("id").asString();
        var etag = house.as(PV01).get("/api/v1/visits/" + visit).orFail().etag();
        var today = LocalDate.now(Clock.system(java.time.ZoneId.of("Asia/Ho_Chi_Minh")));
        var finding =
                Map.of(
                        "topic",
                        "RES",
                        "severity",
                        "LOW",
                        "text",
                        CANARY,
                        "ownerPostId",
                        "chief-" + unit.id(),
                        "dueOn",
                        today.plusDays(30));
        var body =
                Map.of(
                        "decisionNumber",
                        "32/KL",
                        "concludedAt",
                        Clock.systemUTC().instant().toString(),
                        "note",
                        CANARY,
                        "findings",
                        List.of(finding));
        var conclusion =
                new Write("/api/v1/visits/" + visit + "/conclusion", JSON.writeValueAsString(body))
                        .onVersion(etag);
        house.as(leader).accept(conclusion).orFail();
        var found = house.as(PV01).get("/api/v1/findings?visitId=" + visit).orFail();
        visits.put(key, new Thing(visit, unit.id()));
        findings.put(
                key, new Thing(found.json().path("items").get(0).path("id").asString(), unit.id()));
    }

    private void makePosts() {
        var held =
                Map.of(
                        "director", "director",
                        "deputy", LEADER,
                        "pv01", "pv01-head",
                        "px01", "px01-head",
                        "px05", "px05-head",
                        "pc01", "pc01-head",
                        "chief", "chief-" + own.id(),
                        "vice", vicePost,
                        "duty", own.dutyPost());
        held.forEach(this::makePost);
        makePost("OWN", own.dutyPost());
        makePost("OTHER", other.dutyPost());
        makePost("FORMER", other.dutyPost());
    }

    private void makePost(String key, String post) {
        posts.put(key, new Thing(post, ""));
        var holder =
                house.as("director").get("/api/v1/posts/" + post).orFail().json().path("holders");
        appointments.put(key, new Thing(holder.get(0).path("appointmentId").asString(), ""));
    }

    /** Makes an officer who writes nothing else the vice of ours besides; gives an officer's id. */
    private String appointVice() {
        var director = house.as("director");
        var post = director.get("/api/v1/posts/" + vicePost).orFail().json().path("holders").get(0);
        var appointment = post.path("appointmentId").asString();
        var etag = director.get("/api/v1/appointments/" + appointment).orFail().etag();
        director.accept(Paperwork.ending(appointment, etag)).orFail();
        var duty = director.get("/api/v1/posts/" + VICE).orFail().json();
        var number = duty.path("holders").get(0).path("serviceNumber").asString();
        director.accept(Paperwork.appointment(vicePost, number)).orFail();
        for (var path :
                List.of(
                        "/api/v1/crime-reports?limit=1&unitId=" + own.id(),
                        "/api/v1/visits?limit=1&unitId=" + own.id())) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> house.as(VICE).actingFrom(vicePost).get(path).status() == 200);
        }
        return post.path("officerId").asString();
    }

    private Thing byRole(String role, Write write) {
        var answer = session(role, house, house.api(), this).accept(write).orFail();
        return new Thing(answer.text("id"), answer.text("unitId"));
    }

    private static Thing made(Answer answer, String unitId) {
        return new Thing(answer.orFail().text("id"), unitId);
    }

    private String formerOf(Unit unit) {
        var lineage = house.as("wall").get("/api/v1/units/" + unit.id() + "/lineage").orFail();
        return lineage.json()
                .path("predecessors")
                .valueStream()
                .filter(edge -> edge.path("isDefault").asBoolean())
                .filter(edge -> edge.path("generation").asInt() == 1)
                .map(edge -> edge.path("fromUnitId").asString())
                .collect(Collectors.toCollection(java.util.TreeSet::new))
                .getFirst();
    }

    private void giveToFormer(String database, String table, String column, Thing thing) {
        var order = "UPDATE %s SET %s = '%s' WHERE id = '%s'";
        plant(database, order, table, column, former, thing.id());
        undo.push(() -> plant(database, order, table, column, thing.unitId(), thing.id()));
    }

    private void receivedByFormer(Thing thing) {
        var order =
                """
                UPDATE record SET body = jsonb_set(body, '{receivedBy}', to_jsonb('%s'::text))
                WHERE id = '%s'
                """;
        plant("case_service", order, former, thing.id());
        undo.push(() -> plant("case_service", order, thing.unitId(), thing.id()));
    }

    private void plant(String database, String order, Object... named) {
        try (var connection = house.system().postgres().connect(database);
                var statement = connection.createStatement()) {
            statement.execute(order.formatted(named));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Write report() {
        var body =
                Map.of(
                        "occurredOn", "2026-01-02",
                        "receivedAt", Clock.systemUTC().instant().toString(),
                        "category", "SO",
                        "channel", "PHONE",
                        "summary", CANARY);
        return new Write("/api/v1/crime-reports", JSON.writeValueAsString(body));
    }

    private static Write obstacle() {
        var body =
                Map.of(
                        "field",
                        "GENERAL",
                        "severity",
                        "LOW",
                        "description",
                        CANARY,
                        "legalBasisIssue",
                        CANARY);
        return new Write("/api/v1/obstacles", JSON.writeValueAsString(body));
    }

    private static String decision(Map<String, ?> what) {
        var body = new HashMap<String, Object>(what);
        body.put("ground", CANARY);
        body.put("note", CANARY);
        body.put("decisionNumber", "33/QĐ");
        body.put("decidedAt", Clock.systemUTC().instant().toString());
        return JSON.writeValueAsString(body);
    }

    void putBack() {
        undo.forEach(Runnable::run);
        undo.clear();
    }
}
