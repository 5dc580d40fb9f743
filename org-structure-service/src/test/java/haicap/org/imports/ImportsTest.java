package haicap.org.imports;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.org.RunningService;
import haicap.org.RunningService.Reply;
import haicap.platform.testing.TestTokens;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the import door takes in and what it refuses. */
class ImportsTest {

    private static final String UNITS =
            """
            id,code,name,full_name,type,tier,parent_id,valid_from,basis,certainty
            hanoi,HN,Hà Nội,Công an thành phố Hà Nội,CITY_POLICE,CITY,,2025-01-01,list,CERTAIN
            d1,001,Một,Công an quận Một,URBAN_DISTRICT,DISTRICT,hanoi,2025-01-01,list,CERTAIN
            c1,00001,Hai,Công an phường Hai,WARD,COMMUNE,d1,2025-01-01,list,CERTAIN
            """;

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.empty();
        assertThat(service.importCsv("units", UNITS).status()).isEqualTo(200);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static long units() {
        return service.sql().sql("SELECT count(*) FROM unit").query(Long.class).single();
    }

    private static void assertFault(Reply reply, long row, String column, String code) {
        assertThat(reply.status()).isEqualTo(422);
        var faults =
                reply.body()
                        .get("errors")
                        .valueStream()
                        .map(error ->
                                List.of(
                                        error.get("row").asLong(),
                                        error.get("column").asString(),
                                        error.get("code").asString()))
                        .toList();
        assertThat(faults).contains(List.of(row, column, code));
        assertThat(reply.body().at("/errors/0/detail").asString()).contains(" ");
    }

    private static String with(String row) {
        return UNITS + row + "\n";
    }

    @Test
    void refusesTheWholeFileForOneWrongRow() {
        var before = units();
        var reply =
                service.importCsv(
                        "units",
                        with(
                                """
                                c2,00002,Ba,Công an phường Ba,WARD,COMMUNE,d1,2025-01-01,list,CERTAIN
                                c3,00003,Tư,Công an phường Tư,WARD,COMMUNE,d9,2025-01-01,list,CERTAIN
                                c4,00004,,Công an phường Năm,WARD,DISTRICT,d1,yesterday,list,CERTAIN\
                                """));
        assertFault(reply, 6, "parent_id", "unit-unknown");
        assertFault(reply, 7, "valid_from", "day-unreadable");
        assertThat(units()).isEqualTo(before);
    }

    @Test
    void refusesAnIdThatIsReusedForSomethingElse() {
        assertFault(
                service.importCsv("units", UNITS.replace("c1,00001", "c1,00009")),
                4,
                "id",
                "unit-id-reused");
    }

    @Test
    void refusesWrongColumnsAndWhatIsNoTable() {
        assertFault(service.importCsv("officers", "id,rank\na,b\n"), 1, "rank", "column-unknown");
        assertFault(
                service.importCsv("officers", "id\na\n"), 1, "service_number", "column-missing");
        assertFault(service.importCsv("officers", ""), 1, "", "no-rows");
        assertFault(
                service.importCsv("officers", "id,service_number\na,\"b\nc\"\n"),
                2,
                "service_number",
                "text-unusable");
        assertFault(service.importCsv("officers", "id,service_number\na,\"b\n"), 2, "", "not-csv");
        assertFault(
                service.importCsv("officers", "id,service_number\na,b,c\n"), 2, "", "field-count");
    }

    @Test
    void readsWhatASpreadsheetSaved() {
        var reply = service.importCsv("officers", "\uFEFFid,service_number\r\nofficer-9,N-9\r\n");
        assertThat(reply.status()).isEqualTo(200);
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        var reply =
                service.send(
                        service.request("/api/v1/imports?kind=officers", RunningService.OPERATOR)
                                .header("Content-Type", "text/csv")
                                .header("Idempotency-Key", UUID.randomUUID().toString())
                                .POST(
                                        BodyPublishers.ofByteArray(
                                                new byte[] {'i', 'd', '\n', (byte) 0xc3, '\n'})));
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.body().at("/errors/0/code").asString()).isEqualTo("not-utf8");
    }

    @Test
    void aDryRunSaysWhatWouldHappenAndDoesNot() {
        var row = "c5,00005,Sáu,Công an phường Sáu,WARD,COMMUNE,d1,2025-01-01,list,CERTAIN";
        var before = units();
        var good = service.importCsv("units&dryRun=true", with(row));
        assertThat(good.status()).isEqualTo(200);
        assertThat(good.body().get("created").asInt()).isEqualTo(1);
        assertThat(good.body().get("unchanged").asInt()).isEqualTo(3);
        var bad = service.importCsv("units&dryRun=true", with(row.replace("d1", "d9")));
        assertThat(bad.status()).isEqualTo(200);
        assertThat(bad.body().at("/errors/0/code").asString()).isEqualTo("unit-unknown");
        assertThat(units()).isEqualTo(before);
    }

    @Test
    void aRowThatLooksLikeAPersonalNumberIsTakenWithAWarning() {
        var row =
                "c6,00006,Bảy,Công an phường Bảy 0912345678,WARD,COMMUNE,d1,2025-01-01,list,CERTAIN";
        var rehearsed = service.importCsv("units&dryRun=true", with(row));
        var faulty = service.importCsv("units&dryRun=true", with(row.replace(",d1,", ",d9,")));
        var taken = service.importCsv("units", with(row));

        for (var reply : List.of(rehearsed, faulty, taken)) {
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.body().path("warnings")).hasSize(1);
            var warning = reply.body().at("/warnings/0");
            assertThat(warning.path("row").asInt()).isEqualTo(5);
            assertThat(warning.path("column").asString()).isEqualTo("full_name");
            assertThat(warning.path("code").asString()).isEqualTo("telephone-number-suspected");
            assertThat(warning.path("detail").asString()).contains(" ").doesNotContain("0912");
        }
    }

    @Test
    void isForOperatorsAndNeedsAKey() {
        var request = service.request("/api/v1/imports?kind=units", RunningService.OPERATOR);
        var keyless =
                service.send(
                        request.header("Content-Type", "text/csv")
                                .POST(BodyPublishers.ofString(UNITS)));
        assertThat(keyless.status()).isEqualTo(400);
        var auditor =
                service.send(
                        service.request(
                                        "/api/v1/imports?kind=units",
                                        TestTokens.system("auditor", "audit"))
                                .header("Content-Type", "text/csv")
                                .header("Idempotency-Key", UUID.randomUUID().toString())
                                .POST(BodyPublishers.ofString(UNITS)));
        assertThat(auditor.status()).isEqualTo(403);
        assertThat(service.importCsv("horses", "id\n").status()).isEqualTo(400);
    }

    @Test
    void refusesAnAppointmentThatOverlapsAnother() {
        service.importCsv(
                "posts",
                """
                id,unit_id,title,field,reports_to,valid_from
                director,hanoi,CITY_DIRECTOR,,,2025-01-01
                """);
        service.importCsv("officers", "id,service_number\nofficer-1,N-1\nofficer-2,N-2\n");
        var reply =
                service.importCsv(
                        "appointments",
                        """
                        id,post_id,service_number,from_day,to_day,acting
                        appointment-1,director,N-1,2025-01-01,,no
                        appointment-2,director,N-2,2025-06-01,,no
                        appointment-3,director,N-2,2025-06-01,,yes
                        """);
        assertFault(reply, 3, "post_id", "post-held");
        assertFault(reply, 4, "to_day", "acting-without-end");
    }

    @Test
    void bigFilesGoInStepsAndAgainChangeNothing() {
        var csv = new StringBuilder("id,service_number\n");
        for (int i = 0; i < 5_000; i++) {
            csv.append("officer-big-").append(i).append(",BIG-").append(i).append('\n');
        }
        var first = service.importCsv("officers", csv.toString());
        assertThat(first.body().get("created").asInt()).isEqualTo(5_000);
        var again = service.importCsv("officers", csv.toString());
        assertThat(again.body().get("unchanged").asInt()).isEqualTo(5_000);
        csv.append("officer-big-x,BIG-1\n");
        assertFault(
                service.importCsv("officers", csv.toString()),
                5_002,
                "service_number",
                "service-number-taken");
    }
}
