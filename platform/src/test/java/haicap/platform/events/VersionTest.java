package haicap.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionTest {

    @Test
    void aLaterIncarnationWinsOverEveryCounterBefore() {
        assertThat(new Version(2, 1)).isGreaterThan(new Version(1, 999_999));
    }

    @Test
    void oneNumberOrdersAsVersionsDo() {
        var version = new Version(3, 77);
        assertThat(Version.ofLong(version.asLong())).isEqualTo(version);
        assertThat(new Version(2, 1).asLong())
                .isGreaterThan(new Version(1, (1L << 40) - 1).asLong());
    }

    @Test
    void isWrittenAsIncarnationAndCounter() {
        assertThat(Version.parse("1-7")).isEqualTo(new Version(1, 7)).hasToString("1-7");
        assertThat(new Version(1, 7).etag()).isEqualTo("\"1-7\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "1-", "-1", "0-1", "1-0", "1-x", "1-1099511627776", "a-1"})
    void refusesWhatIsNoVersion(String text) {
        assertThatThrownBy(() -> Version.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
