package haicap.casework.registers;

import static haicap.casework.testing.Caller.holding;
import static org.assertj.core.api.Assertions.assertThat;

import haicap.casework.reports.Reports;
import haicap.casework.testing.Caller;
import haicap.casework.testing.CaseService;
import haicap.casework.testing.Hanoi;
import java.text.Normalizer;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImportOldRegistersTest {

    private static final String PATH = "/api/v1/crime-report-imports";
    private static final String HEADER = String.join(",", OldRegister.COLUMNS) + "\n";

    private final Caller operator = Caller.system("operations");
    private final Caller chief = holding(Hanoi.CHIEF);
    private final String number = UUID.randomUUID().toString();

    @Test
    void takesOverEntriesWithTheirClocks() {
        var answer = operator.postCsv(PATH, HEADER + row(Hanoi.BA_DINH, number));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/created")).isEqualTo("1");
        var report = chief.get(Reports.PATH + "/" + fileOf(number));
        assertThat(report.at("/state")).isEqualTo("RECEIVED");
        assertThat(report.at("/unitId")).isEqualTo(Hanoi.BA_DINH);
        assertThat(report.at("/receivedAt")).isEqualTo("2025-08-31T17:00:00Z");
        assertThat(Reports.clocks(report)).contains("HANDOVER_7D OVERDUE", "RESOLVE_20D OVERDUE");
    }

    @Test
    void theSameRowsAgainChangeNothingAndSaySo() {
        var csv = HEADER + row(Hanoi.BA_DINH, number);
        operator.postCsv(PATH, csv);
        var before = told(number);

        var again = chief.postCsv(PATH, csv);

        assertThat(again.at("/created")).isEqualTo("0");
        assertThat(again.at("/unchanged")).isEqualTo("1");
        assertThat(told(number)).isEqualTo(before);
    }

    @Test
    void whatWasDoneToTheReportSinceIsLeftAlone() {
        var csv = HEADER + row(Hanoi.BA_DINH, number);
        operator.postCsv(PATH, csv);
        var report = chief.get(Reports.PATH + "/" + fileOf(number));
        assertThat(Reports.classify(chief, report).status()).isEqualTo(200);

        assertThat(operator.postCsv(PATH, csv).at("/unchanged")).isEqualTo("1");
        assertThat(chief.get(Reports.path(report)).at("/state")).isEqualTo("CLASSIFIED");
    }

    @Test
    void isToldAsAStateAndNotAsSomethingThatHappens() {
        operator.postCsv(PATH, HEADER + row(Hanoi.BA_DINH, number));

        var told = told(number);
        assertThat(told).startsWith("haicap.case.CrimeReportImported.v1 {\"happened\":null,");
        assertThat(told).doesNotContain("Mất xe");
    }

    @Test
    void isNumberedByUnitAndYearOfReceiptAndFoundByEitherNumber() {
        operator.postCsv(PATH, HEADER + row(Hanoi.BA_DINH, number));

        var report = chief.get(Reports.PATH + "/" + fileOf(number));
        assertThat(report.at("/number")).matches("00004/TB/2025/\\d{4,}");
        assertThat(report.at("/registerNumber")).isEqualTo(number);
        for (var asked : List.of(number, report.at("/number"))) {
            var found = chief.get(Reports.PATH + "?number=" + asked);
            assertThat(found.body().at("/items")).hasSize(1);
            assertThat(found.at("/items/0/id")).isEqualTo(report.at("/id"));
            assertThat(found.at("/items/0/number")).isEqualTo(report.at("/number"));
        }
    }

    @Test
    void aUnitAndWhoeverTakesOverItsCodeHaveOneSequenceInTheOrderOfReceipt() {
        var before = decided(Hanoi.TRUC_BACH, number + "a", "NOT_INSTITUTED", "2025-05-20", "9/QĐ");
        operator.postCsv(PATH, HEADER + row(Hanoi.BA_DINH, number + "b") + before);

        var first = runningNumber(fileOf(number + "a"));
        assertThat(runningNumber(fileOf(number + "b"))).isEqualTo(first + 1);
    }

    @Test
    void whatWasDecidedLongAgoIsClosedAndOwesNothing() {
        var row =
                decided(Hanoi.TRUC_BACH, number, "NOT_INSTITUTED", "2025-05-20T03:00:00Z", "9/QĐ");

        operator.postCsv(PATH, HEADER + row);

        var report = chief.get(Reports.PATH + "/" + fileOf(number));
        assertThat(report.at("/outcome")).isEqualTo("NOT_INSTITUTED");
        assertThat(report.at("/decidedBy")).isEqualTo(Hanoi.TRUC_BACH);
        assertThat(report.at("/unitId")).isEqualTo(Hanoi.BA_DINH);
        assertThat(report.body().at("/dueAt").isNull()).isTrue();
        assertThat(Reports.clocks(report))
                .containsExactlyInAnyOrder("HANDOVER_7D ENDED_LATE", "RESOLVE_20D MET");
        var history = chief.get(Reports.path(report) + "/history");
        assertThat(history.at("/items/0/action")).isEqualTo("import");
        assertThat(history.at("/items/0/decisionNumber")).isEqualTo("9/QĐ");
    }

    @Test
    void aDryRunTellsWhatWouldBeAndDoesNothing() {
        var good = HEADER + row(Hanoi.BA_DINH, number);
        var bad = HEADER + row("nowhere", number);

        var would = operator.postCsv(PATH + "?dryRun=true", good);
        var wouldNot = operator.postCsv(PATH + "?dryRun=true", bad);

        assertThat(would.at("/created")).isEqualTo("1");
        assertThat(would.at("/dryRun")).isEqualTo("true");
        assertThat(wouldNot.status()).isEqualTo(200);
        assertThat(wouldNot.at("/errors/0/code")).isEqualTo("unit-unknown");
        assertThat(count(number)).isZero();
    }

    @Test
    void aRowThatLooksLikeAPersonalNumberIsTakenWithAWarningByADryRunAndInEarnest() {
        var told = "Mất xe; CCCD 001099012345; gọi 0912 345 678";
        var word = number.replaceAll("\\d", "x");
        var csv =
                HEADER
                        + row(Hanoi.BA_DINH, word)
                        + row(Hanoi.BA_DINH, word + "y").replace("Mất xe", told);

        var rehearsed = operator.postCsv(PATH + "?dryRun=true", csv);
        var faulty = operator.postCsv(PATH + "?dryRun=true", csv + row("nowhere", "z"));
        var taken = operator.postCsv(PATH, csv);

        for (var answer : List.of(rehearsed, faulty, taken)) {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body().path("warnings").valueStream())
                    .allSatisfy(each -> {
                        assertThat(each.path("row").asInt()).isEqualTo(3);
                        assertThat(each.path("column").asString()).isEqualTo("summary");
                        assertThat(each.path("detail").asString())
                                .contains(" ")
                                .doesNotContain("0010", "0912");
                    })
                    .extracting(each -> each.path("code").asString())
                    .containsExactly("identity-number-suspected", "telephone-number-suspected");
        }
        assertThat(taken.at("/created")).isEqualTo("2");
    }

    @Test
    void oneWrongRowRefusesTheFileAndEachIsToldWithLineAndColumn() {
        var csv =
                HEADER
                        + row(Hanoi.BA_DINH, number)
                        + row(Hanoi.BA_DINH, "x").replace(",SO,", ",NS,")
                        + row(Hanoi.BA_DINH, "y").replace("2025-09-01", "yesterday");

        var answer = operator.postCsv(PATH, csv);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.at("/code")).isEqualTo("invalid");
        assertThat(answer.at("/errors/0/row")).isEqualTo("3");
        assertThat(answer.at("/errors/0/column")).isEqualTo("category");
        assertThat(answer.at("/errors/0/code")).isEqualTo("value-unknown");
        assertThat(answer.at("/errors/1/row")).isEqualTo("4");
        assertThat(answer.at("/errors/1/column")).isEqualTo("received_at");
        assertThat(answer.at("/errors/1/detail")).contains("yesterday");
        assertThat(count(number)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "register_number, '', value-missing",
        "received_at, 2030-01-01, instant-in-future",
        "received_at, 2025-06-01, unit-not-in-force",
        "occurred_on, 1999-12-31, date-out-of-range",
        "occurred_on, 2025-02-30, day-unreadable",
        "urgent, perhaps, value-unknown",
        "channel, PIGEON, value-unknown",
        "summary, '', value-missing",
        "unit_id, '', value-missing",
        "decision_number, 9/QĐ, decision-without-outcome",
    })
    void refusesARowThatBreaksARule(String column, String value, String code) {
        var fields = row(Hanoi.BA_DINH, number).strip().split(",", -1);
        fields[OldRegister.COLUMNS.indexOf(column)] = value;

        var answer = operator.postCsv(PATH, HEADER + String.join(",", fields) + "\n");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.at("/errors/0/code")).isEqualTo(code);
        assertThat(answer.at("/errors/0/detail")).isNotEqualTo(code);
    }

    @Test
    void anOutcomeNeedsItsPaperAndIsNotOlderThanTheReport() {
        var unnumbered = decided(Hanoi.BA_DINH, number, "INSTITUTED", "2025-09-10", "");
        var early = decided(Hanoi.BA_DINH, number, "INSTITUTED", "2025-08-10", "9/QĐ");

        assertThat(operator.postCsv(PATH, HEADER + unnumbered).at("/errors/0/column"))
                .isEqualTo("decision_number");
        assertThat(operator.postCsv(PATH, HEADER + early).at("/errors/0/code"))
                .isEqualTo("instant-too-early");
    }

    @Test
    void aNumberStandsForOneEntryOfOneRegister() {
        var row = row(Hanoi.BA_DINH, number);
        operator.postCsv(PATH, HEADER + row);

        var other = operator.postCsv(PATH, HEADER + row.replace(",SO,", ",EC,"));
        var elsewhere = operator.postCsv(PATH, HEADER + row(Hanoi.HOAN_KIEM, number));

        assertThat(other.at("/errors/0/code")).isEqualTo("register-entry-differs");
        assertThat(other.at("/errors/0/column")).isEqualTo("register_number");
        assertThat(elsewhere.at("/created")).isEqualTo("1");
    }

    @Test
    void aChiefImportsForTheOwnUnitAndItsPredecessorsOnly() {
        var own = HEADER + row("", number);
        var others = HEADER + row(Hanoi.HOAN_KIEM, number);

        assertThat(chief.postCsv(PATH, own).at("/created")).isEqualTo("1");
        assertThat(
                        chief.postCsv(
                                        PATH,
                                        HEADER
                                                + decided(
                                                        Hanoi.TRUC_BACH,
                                                        number,
                                                        "NOT_INSTITUTED",
                                                        "2025-05-20",
                                                        "9/QĐ"))
                                .at("/created"))
                .isEqualTo("1");
        assertThat(chief.postCsv(PATH, others).at("/errors/0/code")).isEqualTo("unit-of-others");
    }

    @ParameterizedTest
    @ValueSource(strings = {Hanoi.DUTY, Hanoi.DEPUTY, Hanoi.DIRECTOR})
    void isRefusedToOtherPosts(String post) {
        var answer = holding(post).postCsv(PATH, HEADER + row(Hanoi.BA_DINH, number));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.at("/code")).isEqualTo("import-by-chief");
    }

    @Test
    void isRefusedToSystemsWithoutTheScope() {
        assertThat(
                        Caller.system("feed.city")
                                .postCsv(PATH, HEADER + row(Hanoi.BA_DINH, number))
                                .status())
                .isEqualTo(403);
    }

    @Test
    void theSameEntryInAnotherSpellingIsTheSameEntry() {
        var row = row(Hanoi.BA_DINH, number);
        operator.postCsv(PATH, HEADER + row);
        var spelt =
                row.replace("2025-09-01", "2025-09-01T00:00:00.000+07:00")
                        .replace("Mất", Normalizer.normalize("Mất", Normalizer.Form.NFD))
                        .replace(Hanoi.BA_DINH, Hanoi.BA_DINH + "\u00a0");

        assertThat(spelt).isNotEqualTo(row);
        assertThat(operator.postCsv(PATH, HEADER + spelt).at("/unchanged")).isEqualTo("1");
    }

    @Test
    void aRowWithSevenFaultsTellsAllSeven() {
        var row = Hanoi.BA_DINH + ",n,noon,31/12,X,Y,Z,maybe,,,,\n";

        var answer = operator.postCsv(PATH, HEADER + row);

        assertThat(answer.body().path("errors").valueStream())
                .extracting(each -> each.path("column").asString())
                .containsExactlyInAnyOrder(
                        "occurred_on",
                        "received_at",
                        "category",
                        "severity",
                        "channel",
                        "urgent",
                        "summary");
        assertThat(answer.at("/errorsLeftOut")).isEqualTo("0");
    }

    @Test
    void whatIsBeyondTheLimitOfErrorsIsCounted() {
        var csv = HEADER + row("nowhere", number).repeat(1_003);

        assertThat(operator.postCsv(PATH, csv).at("/errorsLeftOut")).isEqualTo("3");
    }

    @Test
    void whatSpreadsheetsAddDoesNoHarm() {
        var csv =
                "\ufeff"
                        + HEADER.replace("unit_id,", " unit_id ,")
                        + row(Hanoi.BA_DINH, number)
                        + ",,,,,,,,,,,\n , ,,,,,,,,,,\n";

        assertThat(operator.postCsv(PATH, csv).at("/created")).isEqualTo("1");
    }

    @Test
    void nothingOccursAfterItWasReported() {
        var row = row(Hanoi.BA_DINH, number).split(",", -1);
        row[OldRegister.COLUMNS.indexOf("occurred_on")] = "2025-09-02";

        assertThat(operator.postCsv(PATH, HEADER + String.join(",", row)).at("/errors/0/code"))
                .isEqualTo("occurred-after-receipt");
    }

    @ParameterizedTest
    @CsvSource({
        "'', no-rows",
        "'unit_id;register_number\na;b\n', separator-not-comma",
        "'unit_id,register_number\na,b\n', column-missing",
    })
    void refusesFilesThatAreNoRegister(String csv, String code) {
        assertThat(operator.postCsv(PATH, csv).at("/errors/0/code")).isEqualTo(code);
    }

    @Test
    void aLongRegisterIsTakenOverInStepsEachOfWhichIsOnRecord() {
        var key = UUID.randomUUID().toString();
        var csv = HEADER + longRegister(1_201);

        assertThat(operator.postCsvUnder(key, PATH, csv).at("/created")).isEqualTo("1201");
        assertThat(operator.postCsvUnder(key, PATH, csv).at("/created")).isEqualTo("1201");
        assertThat(steps(key)).containsExactly("500", "500", "201");
        assertThat(operator.postCsv(PATH, csv).at("/unchanged")).isEqualTo("1201");
    }

    @Test
    void aKeyThatComesWithAnotherFileIsRefusedBeforeAnythingOfItIsWritten() {
        var key = UUID.randomUUID().toString();
        operator.postCsvUnder(key, PATH, HEADER + row(Hanoi.BA_DINH, number));

        var other = operator.postCsvUnder(key, PATH, HEADER + longRegister(600));

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.at("/code")).isEqualTo("idempotency-key-reused");
        assertThat(count(number + "/0")).isZero();
        assertThat(steps(key)).containsExactly("1");
    }

    private String longRegister(int rows) {
        return IntStream.range(0, rows)
                .mapToObj(i -> decided(Hanoi.DISTRICT, number + "/" + i))
                .collect(Collectors.joining());
    }

    /** How many entries each step that is on record took over. */
    private static List<String> steps(String key) {
        return CaseService.jdbc()
                .sql(
                        """
                        SELECT details ->> 'created' FROM audit
                        WHERE action = 'crime-report.import' AND subject = ?
                        ORDER BY id
                        """)
                .param(key)
                .query(String.class)
                .list();
    }

    private static String row(String unit, String number) {
        return unit + "," + number + ",2025-09-01,2025-08-30,SO,SERIOUS,DOCUMENT,no,Mất xe,,,\n";
    }

    private static String decided(String unit, String number) {
        return decided(unit, number, "NOT_INSTITUTED", "2025-02-20", "9/QĐ");
    }

    private static String decided(
            String unit, String number, String outcome, String at, String paper) {
        var receivedOn =
                switch (unit) {
                    case Hanoi.DISTRICT -> "2025-02-01";
                    case Hanoi.TRUC_BACH -> "2025-05-02";
                    default -> "2025-09-01";
                };
        return String.join(
                        ",",
                        unit,
                        number,
                        receivedOn,
                        "2025-01-31",
                        "SO",
                        "",
                        "DOCUMENT",
                        "",
                        "Mất xe",
                        outcome,
                        at,
                        paper)
                + "\n";
    }

    private long runningNumber(String id) {
        var given = chief.get(Reports.PATH + "/" + id).at("/number");
        assertThat(given).startsWith("00004/TB/2025/");
        return Long.parseLong(given.substring(given.lastIndexOf('/') + 1));
    }

    private static String fileOf(String number) {
        return CaseService.jdbc()
                .sql("SELECT file_id FROM register_entry WHERE register_number = ?")
                .param(number)
                .query(String.class)
                .single();
    }

    private static long count(String number) {
        return CaseService.jdbc()
                .sql("SELECT count(*) FROM register_entry WHERE register_number = ?")
                .param(number)
                .query(Long.class)
                .single();
    }

    private static String told(String number) {
        return CaseService.jdbc()
                .sql("SELECT string_agg(type || ' ' || body, '; ') FROM outbox WHERE key = ?")
                .param(fileOf(number))
                .query(String.class)
                .single();
    }
}
