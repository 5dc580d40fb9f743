package haicap.platform.deadlines;

import static haicap.platform.deadlines.Terms.at;
import static haicap.platform.deadlines.Terms.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LawTest {

    private final Law crimeReports = Law.named("crime-reports");

    @Test
    void anUrgentReportAtACommuneIsHandedOverWithinADay() {
        assertThat(
                        crimeReports.startedBy(
                                "report.received",
                                Set.of("commune", "urgent"),
                                at("2025-07-02T08:00")))
                .extracting(Rule::id)
                .containsExactly("HANDOVER_24H", "RESOLVE_20D");
    }

    @Test
    void anyOtherReportAtACommuneIsHandedOverWithinAWeek() {
        assertThat(
                        crimeReports.startedBy(
                                "report.received", Set.of("commune"), at("2025-07-02T08:00")))
                .extracting(Rule::id)
                .containsExactly("HANDOVER_7D", "RESOLVE_20D");
    }

    @Test
    void theInvestigationBodyClassifiesAssignsNotifiesAndResolves() {
        assertThat(
                        crimeReports.startedBy(
                                "report.received",
                                Set.of("investigation-body", "urgent"),
                                at("2025-07-02T08:00")))
                .extracting(Rule::id)
                .containsExactly("CLASSIFY_24H", "ASSIGN_3D", "NOTIFY_PROCURACY_3D", "RESOLVE_20D");
    }

    @Test
    void aReportThatTurnsUrgentStartsAClockOfItsOwn() {
        assertThat(
                        crimeReports.startedBy(
                                "report.turned-urgent",
                                Set.of("commune", "urgent"),
                                at("2025-07-02T08:00")))
                .extracting(Rule::id, Rule::amount, Rule::unit)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "HANDOVER_24H_TURNED_URGENT", 24, TermUnit.HOUR));
    }

    @Test
    void theVersionOfTheLocalDayGoverns() {
        var lastMinute = at("2025-06-30T23:59");
        var firstMinute = at("2025-07-01T00:00");

        assertThat(crimeReports.startedBy("report.received", Set.of("commune"), lastMinute))
                .extracting(Rule::version)
                .containsOnly(1);
        assertThat(crimeReports.startedBy("report.received", Set.of("commune"), firstMinute))
                .extracting(Rule::version)
                .containsOnly(2);
    }

    @Test
    void whatIsOlderThanTheLawHasNoClock() {
        assertThat(
                        crimeReports.startedBy(
                                "report.received", Set.of("commune"), at("2017-12-31T08:00")))
                .isEmpty();
    }

    @Test
    void findsTheVersionThatAStoredClockNames() {
        assertThat(crimeReports.version("RESOLVE_20D", 1).certainty())
                .isEqualTo(Certainty.PUBLISHED);
        assertThat(crimeReports.version("RESOLVE_20D", 2).certainty())
                .isEqualTo(Certainty.TO_CONFIRM);
        assertThatThrownBy(() -> crimeReports.version("RESOLVE_20D", 9))
                .hasMessageContaining("RESOLVE_20D v9");
    }

    @Test
    void refusesTwoVersionsOnTheSameDay() {
        assertThatThrownBy(() ->
                        new Law(
                                List.of(
                                        version(1, "2018-01-01", null),
                                        version(2, "2025-07-01", null))))
                .hasMessageContaining("on the same day");
        assertThat(
                        new Law(
                                List.of(
                                        version(1, "2018-01-01", "2025-07-01"),
                                        version(2, "2025-07-01", null))))
                .isNotNull();
    }
}
