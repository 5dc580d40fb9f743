package haicap.platform.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.platform.testing.PrivateMatters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateMattersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "suspectPhone",
                "crime_report.religion",
                "ethnicity",
                "tonGiao",
                "ton_giao",
                "tôn giáo của người báo",
                "unionMembership",
                "petitioners",
                "idNumber",
                "so_cccd",
                "hoTen",
                "politicalOpinion",
                "victimId"
            })
    void aNameThatSpeaksOfThemIsFound(String name) {
        assertThat(PrivateMatters.isSpokenOf(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unit.name",
                "fullName",
                "decisionNumber",
                "serviceNumber",
                "crime_report.summary",
                "populationShare",
                "reunion",
                "version",
                "fingerprint"
            })
    void whatTheHouseNeedsIsNot(String name) {
        assertThat(PrivateMatters.isSpokenOf(name)).isFalse();
    }
}
