package haicap.casework.reports;

import static haicap.casework.testing.Caller.holding;
import static org.assertj.core.api.Assertions.assertThat;

import haicap.casework.testing.Caller;
import haicap.casework.testing.CaseService;
import haicap.casework.testing.Hanoi;
import java.util.List;
import org.junit.jupiter.api.Test;

class CustodyTrailTest {

    @Test
    void tellsReceiptRestructuringAndHandOver() {
        var old =
                CaseService.clock()
                        .at("2025-06-20T02:00:00Z", () -> Reports.receivedBy(Hanoi.OLD_CHIEF));
        var handed = Reports.handedOver(old);

        var custody = holding(Hanoi.PC01_HEAD).get(Reports.path(handed) + "/custody");

        assertThat(terms(custody))
                .containsExactly(
                        Hanoi.TRUC_BACH + " RECEIPT 2025-06-20T02:00:00Z 2025-06-30T17:00:00Z",
                        Hanoi.BA_DINH + " RESTRUCTURING 2025-06-30T17:00:00Z 2025-10-01T02:00:00Z",
                        Hanoi.PC01 + " HAND_OVER 2025-10-01T02:00:00Z ");
    }

    @Test
    void whatIsStillToComeIsNotTold() {
        var old =
                CaseService.clock()
                        .at("2025-06-20T02:00:00Z", () -> Reports.receivedBy(Hanoi.OLD_CHIEF));

        var custody =
                CaseService.clock()
                        .at(
                                "2025-06-25T02:00:00Z",
                                () -> holding(Hanoi.DIRECTOR).get(Reports.path(old) + "/custody"));

        assertThat(terms(custody))
                .containsExactly(Hanoi.TRUC_BACH + " RECEIPT 2025-06-20T02:00:00Z ");
    }

    @Test
    void isForThoseWhoSeeTheReport() {
        var path = Reports.path(Reports.handedOver()) + "/custody";

        assertThat(holding(Hanoi.DUTY).get(path).status()).isEqualTo(200);
        assertThat(holding(Hanoi.OTHER_DUTY).get(path).status()).isEqualTo(404);
    }

    private static List<String> terms(Caller.Answered custody) {
        return custody.body()
                .at("/custodians")
                .valueStream()
                .map(term ->
                        String.join(
                                " ",
                                term.at("/unitId").asString(),
                                term.at("/by").asString(),
                                term.at("/from").asString(),
                                term.at("/until").asString("")))
                .toList();
    }
}
