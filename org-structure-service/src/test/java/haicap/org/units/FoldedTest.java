package haicap.org.units;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FoldedTest {

    @Test
    void theTonesPlaceDoesNotMatter() {
        assertThat(Folded.of("Hoà")).isEqualTo(Folded.of("Hòa")).isEqualTo("hoa");
        assertThat(Folded.of("Thuỵ")).isEqualTo(Folded.of("Thụy"));
    }

    @Test
    void diacriticsAndCaseAndSpacesDoNotMatter() {
        assertThat(Folded.of("  Công an  PHƯỜNG Đống Đa ")).isEqualTo("cong an phuong dong da");
    }
}
