package haicap.casework.reports;

import static haicap.casework.testing.Bodies.ruling;
import static haicap.casework.testing.Bodies.with;
import static haicap.casework.testing.Caller.holding;
import static org.assertj.core.api.Assertions.assertThat;

import haicap.casework.testing.Caller.Answered;
import haicap.casework.testing.CaseService;
import haicap.casework.testing.Hanoi;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What lies beside reports: documents, links, numbers of others. */
class PapersOfReportsTest {

    /** The id of a report beside which everything was laid. */
    static String withPapers() {
        var report = Reports.received();
        var path = Reports.path(report);
        var document = lay(Hanoi.DUTY, path + "/documents", report, document());
        var seen =
                lay(
                        Hanoi.DUTY,
                        path + "/documents/" + document.at("/id") + "/withdrawal",
                        document,
                        Map.of("reason", "Ghi nhầm"));
        seen = lay(Hanoi.DUTY, path + "/references", seen, reference("27/VKS-P2"));
        lay(Hanoi.DUTY, path + "/links", seen, link("ob-01k6f3m8e0v3w5q2x9r7t4n6zd"));
        return report.at("/id");
    }

    @Test
    void laysBesideADecidedReportWhatItsOfficeOfTheAgencyAdds() {
        var decided = Reports.notInstituted();

        var added = lay(Hanoi.PC01_HEAD, Reports.path(decided) + "/documents", decided, document());

        assertThat(added.status()).isEqualTo(201);
        assertThat(holding(Hanoi.PC01_HEAD).get(Reports.path(decided)).at("/state"))
                .isEqualTo("NOT_INSTITUTED");
    }

    @Test
    void theFormerUnitReadsButAddsNothing() {
        var handedOver = Reports.handedOver();
        var path = Reports.path(handedOver) + "/documents";

        assertThat(holding(Hanoi.CHIEF).get(path).status()).isEqualTo(200);
        assertThat(lay(Hanoi.CHIEF, path, handedOver, document()).at("/code"))
                .isEqualTo("papers-of-others");
    }

    @Test
    void theNumberInAnOldRegisterIsAReferenceThatIsKeptOnce() {
        var csv =
                """
                unit_id,register_number,received_at,occurred_on,category,severity,channel,urgent,\
                summary,outcome,decided_at,decision_number
                ,old-register-papers,2025-09-01,2025-08-30,SO,,DOCUMENT,no,Mất xe,,,
                """;
        holding(Hanoi.CHIEF).postCsv("/api/v1/crime-report-imports", csv);
        var id =
                CaseService.jdbc()
                        .sql(
                                """
                                SELECT file_id FROM register_entry
                                WHERE register_number = 'old-register-papers'
                                """)
                        .query(String.class)
                        .single();
        var path = Reports.PATH + "/" + id;
        lay(Hanoi.CHIEF, path + "/references", holding(Hanoi.CHIEF).get(path), reference("9/TA"));

        var references = holding(Hanoi.CHIEF).get(path + "/references").body().path("items");

        assertThat(references.valueStream().map(each -> each.path("system").asString()))
                .containsExactly("OLD_REGISTER", "PROCURACY");
        assertThat(references.path(0).path("number").asString()).isEqualTo("old-register-papers");
        assertThat(references.path(0).path("dated").isNull()).isTrue();
        var page = holding(Hanoi.CHIEF).get(path + "/references?limit=1").body();
        assertThat(page.path("items")).hasSize(1);
        assertThat(
                        holding(Hanoi.CHIEF)
                                .get(
                                        path
                                                + "/references?limit=1&cursor="
                                                + page.path("next").asString())
                                .at("/items/0/number"))
                .isEqualTo("9/TA");
    }

    @Test
    void correctingTheReceiptDoesNotMindWhatWasLaidBesideTheReport() {
        var id = withPapers();
        var history = holding(Hanoi.DUTY).get(Reports.PATH + "/" + id + "/history").body();

        assertThat(history.path("items").valueStream().map(each -> each.path("action").asString()))
                .containsExactly("receipt", "document", "document-withdrawal", "reference", "link");
        var report = holding(Hanoi.DUTY).get(Reports.PATH + "/" + id);
        var proposal =
                holding(Hanoi.DUTY)
                        .post(
                                Reports.path(report) + "/corrections",
                                Map.of(
                                        "entry",
                                        "1-1",
                                        "at",
                                        Instant.parse(report.at("/receivedAt"))
                                                .minusSeconds(1)
                                                .toString(),
                                        "reason",
                                        "Gõ nhầm"));
        var corrected =
                lay(
                        Hanoi.CHIEF,
                        Reports.path(report)
                                + "/corrections/"
                                + proposal.at("/id")
                                + "/confirmation",
                        report,
                        with(ruling(), "accepted", true));

        assertThat(corrected.status()).as(corrected.response().body()).isEqualTo(200);
        assertThat(Reports.clocks(corrected)).isEqualTo(Reports.clocks(report));
    }

    private static Answered lay(String post, String path, Answered seen, Map<String, ?> body) {
        return holding(post).post(path, body, "If-Match", seen.header("ETag"));
    }

    private static Map<String, Object> document() {
        return Map.of(
                "number", "118/BB",
                "dated", "2025-09-01",
                "title", "Biên bản kiểm tra hiện trường",
                "liesAt", "A2/118");
    }

    private static Map<String, Object> reference(String number) {
        return Map.of("system", "PROCURACY", "number", number, "dated", "2025-09-01");
    }

    private static Map<String, Object> link(String target) {
        return with(with(ruling(), "type", "CONCERNS"), "recordId", target);
    }
}
