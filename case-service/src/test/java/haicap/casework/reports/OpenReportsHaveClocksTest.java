package haicap.casework.reports;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.casework.testing.CaseService;
import org.junit.jupiter.api.Test;

/** A report that would never be due is found. */
class OpenReportsHaveClocksTest {

    @Test
    void aReportWithoutAnyClockIsABreach() {
        var jdbc = CaseService.jdbc();
        var id = Reports.received().at("/id");
        var check = new OpenReportsHaveClocks(jdbc);
        assertThat(check.breaches()).doesNotContain(id);

        jdbc.sql("DELETE FROM clock WHERE file_id = ?").param(id).update();

        assertThat(check.breaches()).contains(id);
    }
}
