package haicap.platform.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonCountTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4})
    void fewerThanFiveAreToldToNoOtherUnit(int few) {
        assertThat(PersonCount.told(few, false)).isEqualTo(new PersonCount(null, true));
        assertThat(PersonCount.told(few, true).count()).isEqualTo(few);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 6, 100_000})
    void fiveAndMoreAreTold(int many) {
        assertThat(PersonCount.told(many, false)).isEqualTo(new PersonCount(many, false));
    }
}
