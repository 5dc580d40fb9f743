package haicap.specimen.repairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import haicap.platform.integrity.IntegrityCheck;
import haicap.platform.orgcopy.AuthorityRule;
import haicap.platform.orgcopy.Organisation;
import haicap.platform.orgcopy.Relation;
import haicap.platform.outbox.Announceable;
import haicap.platform.outbox.Topic;
import haicap.platform.records.Records;
import haicap.platform.recount.CountedKinds;
import haicap.platform.recount.Part;
import haicap.platform.recount.UnitSums;
import haicap.platform.retention.Retained;
import haicap.platform.testing.SeededRegisters;
import haicap.platform.testing.TestPostgres;
import haicap.platform.testing.TestService;
import haicap.platform.testing.TestTokens;
import haicap.platform.time.Hanoi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a kind gets without a line of its own, asserted at the specimen over HTTP and in the
 * database: a city of a ward, a ward that was merged into it, one that takes over its code, another
 * one and a workshop. Service numbers are the ids of the posts held.
 */
class RepairTest {

    private static final String WARD = "ward-20250701";
    private static final String MERGED_WARD = "old-ward-20250101";
    private static final String NEXT_WARD = "ward-20250801";
    private static final String OTHER_WARD = "other-ward-20250701";
    private static final String WORKSHOP = "workshop-20250101";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** What the specimen's service has beside the specimen. */
    @Configuration(proxyBeanMethods = false)
    static class Surroundings {

        private static Duration offset = Duration.ZERO;

        @Bean
        Topic specimenTopic() {
            return Topic.of("haicap.specimen.v1", 1);
        }

        @Bean
        @Primary
        Clock clockOfTests() {
            return new Clock() {
                @Override
                public Instant instant() {
                    return Instant.now().plus(offset);
                }

                @Override
                public ZoneOffset getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(java.time.ZoneId zone) {
                    throw new UnsupportedOperationException();
                }
            };
        }
    }

    private record Reply(int status, HttpHeaders headers, JsonNode body, String raw) {

        String text(String field) {
            return body.path(field).asString();
        }

        String etag() {
            return headers.firstValue("ETag").orElseThrow();
        }
    }

    private static ConfigurableApplicationContext service;
    private static JdbcClient sql;

    @BeforeAll
    static void start() {
        service =
                TestService.start(
                        TestPostgres.database(),
                        "repairs",
                        Map.of("haicap.orgcopy.feed", "false"),
                        Surroundings.class,
                        RepairType.class,
                        RepairRights.class,
                        RepairController.class);
        sql = service.getBean(JdbcClient.class);
        unit(WARD, "COMMUNE", "2025-07-01", null);
        unit(MERGED_WARD, "COMMUNE", "2025-01-01", "2025-07-01");
        unit(NEXT_WARD, "COMMUNE", "2025-08-01", null);
        unit(OTHER_WARD, "COMMUNE", "2025-07-01", null);
        unit(WORKSHOP, "DEPARTMENT", "2025-01-01", null);
        unit("hanoi", "CITY", "2025-01-01", null);
        sql.sql(
                        """
                        INSERT INTO org_succession
                            (id, from_unit_id, to_unit_id, object_class, is_default, effective_on,
                             version)
                        VALUES ('s', ?, ?, 'ANY', true, '2025-07-01', 1)
                        """)
                .params(MERGED_WARD, WARD)
                .update();
        post("chief", WARD, "COMMUNE_CHIEF");
        post("next-chief", NEXT_WARD, "COMMUNE_CHIEF");
        post("unknown-chief", "unknown-20250701", "COMMUNE_CHIEF");
        post("other-chief", OTHER_WARD, "COMMUNE_CHIEF");
        post("smith", WORKSHOP, "DEPARTMENT_HEAD");
        post("director", "hanoi", "CITY_DIRECTOR");
        sql.sql(
                        """
                        UPDATE org_copy
                        SET generation = generation + 1, heartbeat_at = now() + interval '1 day'
                        """)
                .update();
        List.of("order", "passing-on", "completion").forEach(RepairTest::letWorkshop);
        var organisation = service.getBean(Organisation.class);
        await().until(() -> organisation.unit(WARD).isPresent() && !organisation.isStale());
    }

    /** A rule by which the workshop that was asked does that, and nobody else. */
    private static void letWorkshop(String deed) {
        SeededRegisters.enter(
                sql,
                new AuthorityRule(
                        deed,
                        "repair." + deed,
                        AuthorityRule.Effect.ALLOW,
                        Set.of(),
                        null,
                        null,
                        Set.of(Relation.ADDRESSEE),
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        LocalDate.of(2025, 1, 1),
                        null,
                        "of the house",
                        "Xưởng được giao",
                        "The workshop that was asked",
                        "TO_CONFIRM"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @AfterEach
    void setTheTimeBack() {
        Surroundings.offset = Duration.ZERO;
    }

    @Test
    void goesItsWayByDecisions() {
        var asked = ask("ROOF");
        assertThat(asked.status()).isEqualTo(201);
        assertThat(asked.headers().firstValue("Location"))
                .hasValue("/api/v1/repairs/" + asked.text("id"));

        var done = complete(order(asked));

        assertThat(done.text("state")).isEqualTo("DONE");
        assertThat(done.text("number")).isEqualTo(asked.text("number"));
        assertThat(done.etag()).isEqualTo("\"1-3\"");
        assertThat(get("chief", path(done)).text("work")).isEqualTo("Đã lợp lại.");
        assertThat(told(done)).containsExactly("RepairAsked", "RepairOrdered", "RepairDone");
    }

    @Test
    void refusesInTheOrderOfTheChain() {
        var asked = ask("ROOF");

        assertThat(act("other-chief", path(asked) + "/order", "\"9-9\"", ORDER).status())
                .isEqualTo(404);
        assertThat(act("chief", path(asked) + "/order", "\"9-9\"", ORDER).text("code"))
                .isEqualTo("not-authorised");
        assertThat(act("smith", path(asked) + "/order", null, ORDER).status()).isEqualTo(428);
        assertThat(act("smith", path(asked) + "/order", "\"9-9\"", ORDER).status()).isEqualTo(412);
        assertThat(
                        send(
                                        "smith",
                                        path(asked) + "/completion",
                                        asked.etag(),
                                        decided("2001-01-01T00:00:00Z", COMPLETION))
                                .body()
                                .at("/errors/0/pointer")
                                .asString())
                .isEqualTo("/decidedAt");
        assertThat(act("smith", path(asked) + "/completion", asked.etag(), COMPLETION).text("code"))
                .isEqualTo("repair-state");
        assertThat(get("chief", path(asked)).etag()).isEqualTo(asked.etag());
    }

    @Test
    void isListedToItsUnitAndToTheOneThatIsAskedAlone() {
        var roof = ask("ROOF").text("id");
        var yard = ask("YARD").text("id");

        assertThat(ids("chief", "")).contains(roof, yard);
        assertThat(ids("smith", "")).contains(roof, yard);
        assertThat(ids("director", "")).contains(roof, yard);
        assertThat(ids("other-chief", "")).isEmpty();
        assertThat(ids("smith", "place=YARD")).contains(yard).doesNotContain(roof);
        assertThat(ids("director", "unitId=" + WARD + "&state=ASKED")).contains(roof, yard);
        assertThat(ids("director", "unitId=" + OTHER_WARD)).isEmpty();
    }

    @Test
    void isListedByWhatIsAskedFor() {
        var asked = ask("ROOF").text("id");
        var ordered = order(ask("ROOF"));
        var done = complete(order(ask("ROOF"))).text("id");
        var id = ordered.text("id");

        assertThat(ids("chief", "open=true")).contains(asked, id).doesNotContain(done);
        assertThat(ids("chief", "open=false")).contains(done).doesNotContain(asked, id);
        assertThat(ids("chief", "post=smith")).contains(id, done).doesNotContain(asked);
        assertThat(ids("chief", "dueBefore=" + Instant.now().plus(Duration.ofHours(25))))
                .contains(id)
                .doesNotContain(asked, done);
    }

    @Test
    void isListedPartByPartWithoutGapOrDouble() {
        for (int i = 0; i < 5; i++) {
            ask("YARD");
        }
        var whole = ids("smith", "place=YARD");
        var parts = new java.util.ArrayList<String>();
        var path = "/api/v1/repairs?place=YARD&limit=2";
        for (var cursor = ""; ; ) {
            var page = get("smith", path + cursor).body();
            page.path("items").forEach(item -> parts.add(item.path("id").asString()));
            if (page.path("next").isNull()) {
                break;
            }
            cursor = "&cursor=" + page.path("next").asString();
        }

        assertThat(parts).hasSizeGreaterThan(4).isEqualTo(whole);
    }

    @Test
    void standsInTheViewsThatItBelongsTo() {
        var asked = ask("ROOF").text("id");
        var ordered = order(ask("ROOF")).text("id");

        assertThat(ids("smith", "view=MINE")).contains(ordered).doesNotContain(asked);
        assertThat(ids("smith", "view=UNOWNED")).contains(asked).doesNotContain(ordered);
        assertThat(ids("smith", "view=TO_CONFIRM")).contains(asked).doesNotContain(ordered);
        assertThat(ids("chief", "view=UNIT")).contains(asked, ordered);
        assertThat(ids("smith", "view=UNIT")).isEmpty();
        assertThat(ids("chief", "view=DUE_SOON")).containsSubsequence(ordered, asked);
        assertThat(ids("chief", "view=OVERDUE")).isEmpty();

        Surroundings.offset = Duration.ofHours(25);

        assertThat(ids("chief", "view=OVERDUE")).contains(ordered).doesNotContain(asked);
        assertThat(ids("chief", "overdue=true")).contains(ordered).doesNotContain(asked);
    }

    @Test
    void remembersWhatWasDoneAndIsFoundByTheNumberOfADecision() {
        var number = "7-" + UUID.randomUUID();
        var asked = ask("ROOF");
        var ordered =
                act("smith", path(asked) + "/order", asked.etag(), ORDER.replace("7/QĐ", number));

        var lines = get("chief", path(ordered) + "/history").body().path("items");

        assertThat(lines.values())
                .extracting(line -> line.path("action").asString())
                .containsExactly("ask", "order");
        assertThat(lines.path(1).path("note").asString()).isEqualTo("Gấp.");
        assertThat(ids("chief", "decisionNumber=" + number)).containsExactly(asked.text("id"));
    }

    @Test
    void numbersRiseWithoutGapsHoweverManyAskAtOnce() {
        var before = last("WARD");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 24; i++) {
                threads.execute(() -> ask("ROOF"));
            }
        }

        assertThat(numbers("WARD"))
                .hasSize((int) before + 24)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, before + 24)
                                .mapToObj(n -> "WARD/SC/%d/%04d".formatted(thisYear(), n))
                                .toList());
    }

    @Test
    void whatWasNotOpenedLeavesNoGap() {
        var before = ask("ROOF").text("number");
        sql.sql(
                        """
                        CREATE TRIGGER tells_nothing BEFORE INSERT ON outbox
                        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
                        """)
                .update();
        try {
            assertThat(ask("ROOF").status()).isEqualTo(500);
        } finally {
            sql.sql("DROP TRIGGER tells_nothing ON outbox").update();
        }

        assertThat(running(ask("ROOF").text("number"))).isEqualTo(running(before) + 1);
    }

    @Test
    void theNextYearBeginsAtOneByTheCalendarOfHanoi() {
        var year = thisYear() + 1;
        var newYear = Hanoi.startOf(LocalDate.of(year, 1, 1));
        Surroundings.offset = Duration.between(Instant.now(), newYear);

        assertThat(ask("director", "ROOF").text("number")).isEqualTo("HANOI/SC/" + year + "/0001");
    }

    @Test
    void aUnitThatTakesOverACodeGoesOnWithItsNumbers() {
        var before = ask("ROOF").text("number");

        var after = ask("next-chief", "ROOF");

        assertThat(after.text("unitId")).isEqualTo(NEXT_WARD);
        assertThat(after.text("number")).startsWith("WARD/SC/");
        assertThat(running(after.text("number"))).isEqualTo(running(before) + 1);
    }

    @Test
    void aUnitThatIsNotKnownYetGivesTheCodeInItsId() {
        assertThat(ask("unknown-chief", "ROOF").text("number")).startsWith("UNKNOWN/SC/");
    }

    @Test
    void isFoundByItsNumberByWhoeverSeesIt() {
        var asked = ask("ROOF");
        var number = "number=" + asked.text("number");

        assertThat(ids("chief", number)).containsExactly(asked.text("id"));
        assertThat(ids("smith", number)).containsExactly(asked.text("id"));
        assertThat(ids("director", number)).containsExactly(asked.text("id"));
        assertThat(ids("other-chief", number)).isEmpty();
        assertThat(publicState(asked.text("id"))).contains(asked.text("number"));
    }

    @Test
    void explainsItsDeadlines() {
        var ordered = order(ask("ROOF"));

        var clocks = get("chief", path(ordered) + "/deadlines").body().path("deadlines");

        assertThat(clocks.values())
                .extracting(clock -> clock.path("rule") + " " + clock.path("state"))
                .containsExactly("\"REPAIR_ORDER_2D\" \"MET\"", "\"REPAIR_DONE_24H\" \"RUNNING\"");
        assertThat(clocks.path(1).path("due").asString()).isEqualTo(ordered.text("dueAt"));
        assertThat(clocks.path(1).at("/steps/0/why").asString()).isNotBlank();
    }

    @Test
    void knowsWhoHasHadItThroughAMergerAndAHandOver() {
        var ordered = order(ask("ROOF"));
        sql.sql("UPDATE record SET unit_id = ?, opened_at = '2025-03-01Z' WHERE id = ?")
                .params(MERGED_WARD, ordered.text("id"))
                .update();
        assertThat(get("chief", path(ordered)).text("unitId")).isEqualTo(WARD);
        assertThat(ids("director", "unitId=" + WARD)).contains(ordered.text("id"));

        var passed =
                act(
                        "smith",
                        path(ordered) + "/passing-on",
                        ordered.etag(),
                        "\"decisionNumber\": \"8\", \"unitId\": \"" + OTHER_WARD + "\"");

        assertThat(passed.status()).as(passed.raw()).isEqualTo(200);
        assertThat(passed.text("number")).isEqualTo(ordered.text("number"));
        assertThat(get("other-chief", path(ordered) + "/custody").body().path("items").values())
                .extracting(term -> term.path("unitId").asString() + " " + term.path("by"))
                .containsExactly(
                        MERGED_WARD + " \"RECEIPT\"",
                        WARD + " \"RESTRUCTURING\"",
                        OTHER_WARD + " \"HAND_OVER\"");
        assertThat(get("chief", path(ordered)).status()).isEqualTo(404);
        assertThat(get("smith", path(ordered) + "/roles").body().path("items").toString())
                .contains("\"postId\":\"smith\"", "\"until\":null");
    }

    @Test
    void isExportedAsItIsListed() {
        var asked = ask("ROOF").text("id");

        var export = get("chief", "/api/v1/repairs/export");

        assertThat(export.raw())
                .contains("id,number,version,unitId", asked)
                .contains("RESTRICTED client-chief");
    }

    @Test
    void isRecountedByItsPredicates() {
        var before = sums(Instant.now());
        var ordered = order(ask("ROOF"));
        var late = Instant.now().plus(Duration.ofHours(25));

        assertThat(figure(sums(Instant.now()), "repairsOpen"))
                .isEqualTo(figure(before, "repairsOpen") + 1);
        var overdue = figure(sums(late), "repairsOverdue");
        complete(ordered);
        assertThat(figure(sums(late), "repairsOverdue")).isEqualTo(overdue - 1);
        assertThat(
                        service.getBean(CountedKinds.class)
                                .files(
                                        "REPAIR",
                                        WARD,
                                        Part.of(null, null),
                                        late,
                                        Duration.ofSeconds(10))
                                .items()
                                .toString())
                .containsPattern("id=" + ordered.text("id") + "[^\\]]*\"state\": \"DONE\"");
    }

    @Test
    void losesItsTextsAndNothingElseUnlessAHoldNamesIt() {
        var open = order(ask("ROOF"));
        var ended = complete(order(ask("ROOF")));
        var held = complete(order(ask("ROOF")));
        sql.sql(
                        """
                        INSERT INTO legal_hold
                            (id, subject, decision_number, held_at, by_post, by_officer)
                        VALUES (?, ?, '1', now(), 'p', 'o')
                        """)
                .params(UUID.randomUUID().toString(), held.text("id"))
                .update();
        var texts = service.getBean("repairs", Retained.class).retained();

        assertThat(texts.due(Duration.ZERO)).isPositive();
        assertThat(texts.due(Duration.ofDays(1))).isZero();
        while (texts.dispose(Duration.ZERO, 1_000) > 0) {}

        var later = get("chief", path(ended));
        assertThat(later.body().path("work").isNull()).isTrue();
        assertThat(later.body().path("defect").isNull()).isTrue();
        assertThat(later.etag()).isEqualTo(ended.etag());
        assertThat(later.text("state")).isEqualTo("DONE");
        var lines = get("chief", path(ended) + "/history").body().path("items");
        assertThat(lines.path(1).path("note").isNull()).isTrue();
        assertThat(lines.path(1).path("decisionNumber").asString()).isEqualTo("7/QĐ");
        assertThat(get("chief", path(held)).text("work")).isNotEmpty();
        assertThat(get("chief", path(open)).text("defect")).isNotEmpty();
    }

    @Test
    void keepsItsHistoryAgainstEverybody() {
        var id = complete(order(ask("ROOF"))).text("id");

        for (var order :
                List.of(
                        "UPDATE record_history SET action = 'x' WHERE record_id = ?",
                        "UPDATE record_history SET texts = '{}' WHERE record_id = ?",
                        "DELETE FROM record_history WHERE record_id = ?")) {
            assertThatThrownBy(() -> sql.sql(order).param(id).update())
                    .hasMessageContaining("append-only");
        }
    }

    @Test
    void isToldWithoutTextsAndAnnouncedAnewAsItIs() {
        var ordered = order(ask("ROOF"));
        var id = ordered.text("id");

        var kind = service.getBean("repairs", Announceable.class).announced();
        var snapshot = kind.snapshot(id);

        assertThat(snapshot.type()).isEqualTo("haicap.specimen.RepairSnapshot.v1");
        assertThat(snapshot.counter()).isEqualTo(2);
        assertThat(snapshot.happened()).isNull();
        assertThat(sql.sql("SELECT id FROM " + kind.rows()).query(String.class).list())
                .contains(id);
        assertThat(
                        sql.sql("SELECT body FROM outbox WHERE key = ?")
                                .param(id)
                                .query(String.class)
                                .list())
                .hasSize(2)
                .noneMatch(body -> body.contains("Mái dột") || body.contains("Gấp"));
        assertThat(publicState(id)).doesNotContain("unitId", "null", "\"id\"");
    }

    @Test
    void saysOnceThatAClockHasRunOutWhereverTheTimeIsSet() {
        var ordered = order(ask("ROOF"));
        Surroundings.offset = Duration.ofHours(25);
        await().until(() -> told(ordered).contains("RepairOverdue"));
        Surroundings.offset = Duration.ZERO;
        var next = order(ask("YARD"));
        Surroundings.offset = Duration.ofHours(26);

        await().until(() -> told(next).contains("RepairOverdue"));

        assertThat(told(ordered)).containsOnlyOnce("RepairOverdue");
        assertThat(get("chief", path(ordered)).etag()).isEqualTo(ordered.etag());
    }

    @Test
    void isFoundWhereItDoesNotFollowFromItsBody() {
        var whole = order(ask("ROOF")).text("id");
        var body = order(ask("ROOF")).text("id");
        var told = order(ask("ROOF")).text("id");
        var due = order(ask("ROOF")).text("id");
        var check =
                service.getBeansOfType(IntegrityCheck.class).values().stream()
                        .filter(each -> each.name().equals("records-follow"))
                        .findFirst()
                        .orElseThrow();
        assertThat(check.breaches()).doesNotContain(whole, body, told, due);

        change("UPDATE record SET body = body || '{\"place\": \"YARD\"}' WHERE id = ?", body);
        change("UPDATE record SET public = public || '{\"place\": \"YARD\"}' WHERE id = ?", told);
        change("UPDATE record SET due_at = due_at - interval '1 us' WHERE id = ?", due);

        assertThat(check.breaches()).contains(body, told, due).doesNotContain(whole);
        change("UPDATE record SET body = body || '{\"place\": \"ROOF\"}' WHERE id = ?", body);
        change("UPDATE record SET public = public || '{\"place\": \"ROOF\"}' WHERE id = ?", told);
        change("UPDATE record SET due_at = due_at + interval '1 us' WHERE id = ?", due);
    }

    @Test
    void isFoundByAnIndexOfEachUnitItIsStoredUnder() {
        var plan =
                sql.sql(
                                """
                                EXPLAIN SELECT near.*
                                FROM unnest((SELECT ARRAY['a', 'b']::text[])) AS stored (unit)
                                CROSS JOIN LATERAL (
                                    SELECT id, opened_at, due_at
                                    FROM record
                                    WHERE kind = 'repair' AND unit_id = stored.unit AND true
                                    ORDER BY opened_at DESC, id DESC
                                    LIMIT 51) AS near
                                """)
                        .query(String.class)
                        .list();

        assertThat(plan).anyMatch(line -> line.contains("record_of_unit"));
        assertThat(plan).noneMatch(line -> line.contains("Sort"));
    }

    @Test
    void documentsLieBesideItByReferenceAlsoOnceItHasEnded() {
        var done = complete(order(ask("ROOF")));

        var added = lay("smith", done, "documents", document("7/BB", "A2/7"));

        assertThat(added.status()).as(added.raw()).isEqualTo(201);
        assertThat(added.etag()).isEqualTo(get("chief", path(done)).etag());
        assertThat(added.etag()).isNotEqualTo(done.etag());
        var shown = get("chief", path(done) + "/documents").body().at("/items/0");
        assertThat(shown.path("number").asString()).isEqualTo("7/BB");
        assertThat(shown.path("title").asString()).isEqualTo("Biên bản nghiệm thu");
        assertThat(shown.path("sha256").asString()).isEqualTo("ab".repeat(32));
        assertThat(shown.path("liesAt").asString()).isEqualTo("A2/7");
        assertThat(shown.path("addedByPost").asString()).isEqualTo("smith");
        var entry = get("chief", path(done) + "/history").body().at("/items/3");
        assertThat(entry.path("action").asString()).isEqualTo("document");
        assertThat(entry.at("/changes/document/to").asString()).isEqualTo("7/BB");
        assertThat(told(done)).endsWith("RepairDocumentAdded");
        assertThat(get("chief", path(done)).text("state")).isEqualTo("DONE");
    }

    @Test
    void aDocumentIsThereOnceAndWithdrawnForAReasonNeverDeleted() {
        var asked = ask("ROOF");
        var added = lay("chief", asked, "documents", document("7/BB", "A2/7"));
        var seen = get("chief", path(asked));
        assertThat(lay("chief", seen, "documents", document("7/BB", "A2/8")).text("code"))
                .isEqualTo("document-known");

        var address = "documents/" + added.text("id") + "/withdrawal";
        var withdrawn = lay("chief", seen, address, "{\"reason\": \"Ghi nhầm hồ sơ.\"}");

        assertThat(withdrawn.status()).as(withdrawn.raw()).isEqualTo(200);
        assertThat(withdrawn.text("withdrawnByPost")).isEqualTo("chief");
        assertThat(withdrawn.text("withdrawalReason")).isEqualTo("Ghi nhầm hồ sơ.");
        var now = get("chief", path(asked));
        assertThat(lay("chief", now, address, "{\"reason\": \"x\"}").text("code"))
                .isEqualTo("document-withdrawn");
        assertThat(lay("chief", now, "documents", document("7/BB", "A2/8")).status())
                .isEqualTo(201);
        assertThat(get("chief", path(asked) + "/documents").body().path("items")).hasSize(2);
    }

    @Test
    void aDocumentLiesWhereAReferenceLeadsAndBearsADayThatHasBeen() {
        var asked = ask("ROOF");

        for (var place : List.of("https://a.vn/1", "a//b", "file:1", "<b>")) {
            var refused = lay("chief", asked, "documents", document("1", place));
            assertThat(refused.body().at("/errors/0/code").asString())
                    .as(place)
                    .isEqualTo("no-place-of-papers");
        }
        var early = document("1", "A1").replace("2026-01-05", "1999-12-31");
        assertThat(lay("chief", asked, "documents", early).body().at("/errors/0/pointer"))
                .hasToString("\"/dated\"");
        var digest = document("1", "A1").replace("ab", "xy");
        assertThat(lay("chief", asked, "documents", digest).body().at("/errors/0/pointer"))
                .hasToString("\"/sha256\"");
        assertThat(get("chief", path(asked) + "/documents").body().path("items")).isEmpty();
    }

    @Test
    void papersAreLaidBesideItByThoseWhoHaveItOrDecideOnIt() {
        var asked = ask("ROOF");
        var document = document("1", "A1");

        assertThat(lay("other-chief", asked, "documents", document).status()).isEqualTo(404);
        assertThat(lay("director", asked, "documents", document).text("code"))
                .isEqualTo("papers-of-others");
        assertThat(send("chief", path(asked) + "/documents", null, document).status())
                .isEqualTo(428);
        assertThat(send("chief", path(asked) + "/documents", "\"9-9\"", document).status())
                .isEqualTo(412);
        assertThat(get("other-chief", path(asked) + "/documents").status()).isEqualTo(404);
        assertThat(get("director", path(asked) + "/documents").status()).isEqualTo(200);
    }

    @Test
    void aLinkShowsAtBothEndsToWhoeverSeesTheOtherOne() {
        var one = ask("ROOF");
        var other = ask("YARD");
        var hidden = ask("next-chief", "ROOF");
        var linked = lay("chief", one, "links", link("DUPLICATES", other.text("id")));
        assertThat(linked.status()).as(linked.raw()).isEqualTo(201);
        assertThat(lay("smith", linked, one, "links", link("CONCERNS", hidden.text("id"))).status())
                .isEqualTo(201);

        assertThat(links("smith", one))
                .containsExactly(
                        "DUPLICATES true " + other.text("id"),
                        "CONCERNS true " + hidden.text("id"));
        assertThat(links("chief", one)).containsExactly("DUPLICATES true " + other.text("id"));
        assertThat(links("chief", other)).containsExactly("DUPLICATES false " + one.text("id"));
        assertThat(get("chief", path(other)).etag()).isEqualTo(other.etag());
        assertThat(told(one)).endsWith("RepairLinked", "RepairLinked");
    }

    @Test
    void isLinkedToNothingUnseenNorToItselfNorTwice() {
        var one = ask("ROOF");
        var other = ask("YARD");
        var hidden = ask("next-chief", "ROOF").text("id");

        for (var target : List.of(hidden, "rp-" + "0".repeat(26), "xx-1", "none")) {
            assertThat(fault(lay("chief", one, "links", link("CONCERNS", target))))
                    .as(target)
                    .isEqualTo("record-unknown");
        }
        assertThat(fault(lay("chief", one, "links", link("CONCERNS", one.text("id")))))
                .isEqualTo("link-to-itself");
        var linked = lay("chief", one, "links", link("JOINED_TO", other.text("id")));
        assertThat(linked.status()).isEqualTo(201);
        assertThat(lay("chief", other, "links", link("JOINED_TO", one.text("id"))).text("code"))
                .isEqualTo("link-known");
    }

    @Test
    void aLinkToAnotherServiceIsShownToThoseWhoMayMakeOne() {
        var asked = ask("ROOF");
        var report = "cr-01k6f3m8e0v3w5q2x9r7t4n6zd";

        var linked = lay("chief", asked, "links", link("ARISES_FROM", report));

        assertThat(linked.text("kind")).isEqualTo("crime-report");
        assertThat(links("chief", asked)).containsExactly("ARISES_FROM true " + report);
        assertThat(links("smith", asked)).hasSize(1);
        assertThat(links("director", asked)).isEmpty();
    }

    @Test
    void isFoundByNumbersThatOthersGaveItAsByItsOwn() {
        var number = "27/VKS-" + UUID.randomUUID();
        var asked = ask("ROOF");

        var added = lay("chief", asked, "references", reference(number));

        assertThat(added.status()).as(added.raw()).isEqualTo(201);
        assertThat(ids("chief", "number=" + number)).containsExactly(asked.text("id"));
        assertThat(ids("other-chief", "number=" + number)).isEmpty();
        assertThat(publicState(asked.text("id"))).contains("\"referenceNumbers\": [\"" + number);
        var shown = get("smith", path(asked) + "/references").body().at("/items/0");
        assertThat(shown.path("system").asString()).isEqualTo("PROCURACY");
        assertThat(shown.path("number").asString()).isEqualTo(number);
        assertThat(lay("chief", added, asked, "references", reference(number)).text("code"))
                .isEqualTo("reference-known");
        var ordered = order(get("smith", path(asked)));
        assertThat(ids("chief", "number=" + number)).containsExactly(ordered.text("id"));
        assertThat(told(ordered)).containsSubsequence("RepairReferenceAdded", "RepairOrdered");
    }

    @Test
    void titlesAndReasonsOfDocumentsEndWithItsTexts() {
        var done = complete(order(ask("ROOF")));
        var id = done.text("id");
        lay("chief", done, "documents", document("7/BB", "A2/7"));
        change("UPDATE record SET ended_at = '2000-01-01Z' WHERE id = ?", id);

        var texts = service.getBean("repairs", Retained.class).retained();
        await().until(() -> texts.dispose(Duration.ofDays(1), 50) == 0);

        var shown = get("chief", path(done) + "/documents").body().at("/items/0");
        assertThat(shown.path("title").isNull()).isTrue();
        assertThat(shown.path("number").asString()).isEqualTo("7/BB");
    }

    @Test
    void textsOfAChildAreKeptWhileItsParentIsOpen() {
        var parent = order(ask("ROOF"));
        var child = complete(order(ask("ROOF"))).text("id");
        change(
                """
                UPDATE record SET ended_at = '2000-01-01Z', parent_id = '%s' WHERE id = ?
                """
                        .formatted(parent.text("id")),
                child);
        var texts = service.getBean("repairs", Retained.class).retained();

        await().until(() -> texts.dispose(Duration.ofDays(1), 50) == 0);
        assertThat(get("chief", "/api/v1/repairs/" + child).text("work")).isNotEmpty();

        complete(parent);
        await().until(() -> texts.dispose(Duration.ofDays(1), 50) == 0);
        assertThat(get("chief", "/api/v1/repairs/" + child).body().path("work").isNull()).isTrue();
    }

    @Test
    void papersAreExportedAsTheyAreListed() {
        var asked = ask("ROOF");
        lay("chief", asked, "documents", document("7/BB", "A2/7"));

        assertThat(get("chief", path(asked) + "/documents/export").raw())
                .contains("id,number,dated,title", "7/BB");
    }

    private static Reply lay(String officer, Reply seen, String beside, String json) {
        return lay(officer, seen, seen, beside, json);
    }

    private static Reply lay(String officer, Reply seen, Reply record, String beside, String json) {
        return send(officer, path(record) + "/" + beside, seen.etag(), json);
    }

    private static String document(String number, String place) {
        return """
        {"number": "%s", "dated": "2026-01-05", "title": "Biên bản nghiệm thu", "sha256": "%s",
         "liesAt": "%s"}
        """
                .formatted(number, "ab".repeat(32), place);
    }

    private static String reference(String number) {
        return """
        {"system": "PROCURACY", "number": "%s", "dated": "2026-01-05"}
        """
                .formatted(number);
    }

    private static String link(String type, String target) {
        return decided(
                Instant.now().toString(),
                "\"decisionNumber\": \"5/QĐ\", \"type\": \"%s\", \"recordId\": \"%s\""
                        .formatted(type, target));
    }

    private static List<String> links(String officer, Reply record) {
        return get(officer, path(record) + "/links")
                .body()
                .path("items")
                .valueStream()
                .map(item ->
                        "%s %s %s"
                                .formatted(
                                        item.path("type").asString(),
                                        item.path("outgoing").asBoolean(),
                                        item.path("recordId").asString()))
                .toList();
    }

    private static String fault(Reply refused) {
        return refused.body().at("/errors/0/code").asString();
    }

    @Test
    void isOneKindAmongThoseThatTheServiceKeeps() {
        assertThat(service.getBeansOfType(Records.class)).hasSize(1);
    }

    private static final String ORDER =
            "\"decisionNumber\": \"7/QĐ\", \"post\": \"smith\", \"note\": \"Gấp.\"";
    private static final String COMPLETION =
            "\"decisionNumber\": \"9/BC\", \"work\": \"Đã lợp lại.\"";

    private static Reply ask(String place) {
        return ask("chief", place);
    }

    private static Reply ask(String officer, String place) {
        return send(
                officer,
                "/api/v1/repairs",
                null,
                """
                {"place": "%s", "workshop": "%s", "defect": "Mái dột."}
                """
                        .formatted(place, WORKSHOP));
    }

    private static Reply order(Reply seen) {
        return well(act("smith", path(seen) + "/order", seen.etag(), ORDER));
    }

    private static Reply complete(Reply seen) {
        return well(act("smith", path(seen) + "/completion", seen.etag(), COMPLETION));
    }

    private static Reply well(Reply reply) {
        assertThat(reply.status()).as(reply.raw()).isEqualTo(200);
        return reply;
    }

    private static Reply act(String officer, String path, String etag, String rest) {
        return send(officer, path, etag, decided(Instant.now().toString(), rest));
    }

    private static String decided(String at, String rest) {
        return "{\"decidedAt\": \"" + at + "\", " + rest + "}";
    }

    private static Reply send(String officer, String path, String etag, String json) {
        var request =
                as(officer, path)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(BodyPublishers.ofString(json));
        return reply(etag == null ? request : request.header("If-Match", etag));
    }

    private static Reply get(String officer, String path) {
        return reply(as(officer, path));
    }

    private static HttpRequest.Builder as(String officer, String path) {
        var port = service.getEnvironment().getProperty("local.server.port");
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept-Language", "en")
                .header("Authorization", "Bearer " + TestTokens.officer(officer));
    }

    private static Reply reply(HttpRequest.Builder request) {
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofString());
            var json =
                    response.headers().firstValue("Content-Type").orElse("").contains("json")
                            ? response.body()
                            : "{}";
            return new Reply(
                    response.statusCode(),
                    response.headers(),
                    JsonMapper.shared().readTree(json),
                    response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> ids(String officer, String query) {
        return get(officer, "/api/v1/repairs?limit=500&" + query)
                .body()
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }

    private static List<String> told(Reply repair) {
        return sql
                .sql("SELECT type FROM outbox WHERE key = ? ORDER BY id")
                .param(repair.text("id"))
                .query(String.class)
                .list()
                .stream()
                .map(type -> type.split("\\.")[2])
                .toList();
    }

    private static List<String> numbers(String code) {
        return sql.sql("SELECT number FROM record WHERE number LIKE ? || '/%' ORDER BY number")
                .param(code)
                .query(String.class)
                .list();
    }

    private static long last(String code) {
        return sql.sql(
                        """
                        SELECT coalesce(max(last), 0)
                        FROM record_number
                        WHERE code = ? AND kind = 'repair'
                        """)
                .param(code)
                .query(Long.class)
                .single();
    }

    private static long running(String number) {
        return Long.parseLong(number.substring(number.lastIndexOf('/') + 1));
    }

    private static int thisYear() {
        return Hanoi.dayOf(Instant.now()).getYear();
    }

    private static String publicState(String id) {
        return sql.sql("SELECT public FROM record WHERE id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private static void change(String order, String id) {
        assertThat(sql.sql(order).param(id).update()).isOne();
    }

    private static UnitSums sums(Instant at) {
        return service
                .getBean(CountedKinds.class)
                .units("REPAIR", at, Duration.ofSeconds(10))
                .items()
                .stream()
                .filter(sums -> sums.unitId().equals(WARD))
                .findFirst()
                .orElse(new UnitSums(WARD, 0, 0, Map.of()));
    }

    private static long figure(UnitSums sums, String name) {
        return Objects.requireNonNullElse(sums.figures().get(name), 0L);
    }

    private static String path(Reply repair) {
        return "/api/v1/repairs/" + repair.text("id");
    }

    private static void unit(String id, String tier, String from, String to) {
        sql.sql(
                        """
                        INSERT INTO org_unit
                            (id, code, name, type, tier, parent_id, valid_from, valid_to, version)
                        VALUES (:id, split_part(:id, '-', 1), :id, 'X', :tier, NULL, :from::date,
                                :to::date, 1)
                        """)
                .param("id", id)
                .param("tier", tier)
                .param("from", from)
                .param("to", to, java.sql.Types.VARCHAR)
                .update();
    }

    private static void post(String id, String unit, String title) {
        sql.sql(
                        """
                        WITH post AS (
                            INSERT INTO org_post
                                (id, unit_id, title, field, reports_to, valid_from, version)
                            VALUES (:id, :unit, :title, NULL, NULL, '2025-01-01', 1))
                        INSERT INTO org_appointment
                            (id, post_id, officer_id, service_number, valid_from, acting, version)
                        VALUES (:id, :id, :id, :id, '2025-01-01', false, 1)
                        """)
                .param("id", id)
                .param("unit", unit)
                .param("title", title)
                .update();
    }
}
