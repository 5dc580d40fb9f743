package haicap.local.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplicasTest {

    @TempDir private Path folder;

    @Test
    void areOneOfEachPartWhenNobodySaysOtherwise() {
        assertThat(labels(Replicas.recordedIn(new Home(folder))))
                .isEqualTo(
                        "postgres kafka identity org-structure case inspection reporting gateway");
    }

    @Test
    void areNumberedFromTheSecondOn() {
        var replicas = Replicas.parse("case=2, reporting=3,gateway=1");

        assertThat(labels(replicas))
                .isEqualTo(
                        "postgres kafka identity org-structure case case-2 inspection reporting"
                                + " reporting-2 reporting-3 gateway");
    }

    @Test
    void onceRecordedAreKnownToLaterCommands() {
        var home = new Home(folder);

        Replicas.parse("case=2").recordIn(home);

        assertThat(Replicas.recordedIn(home).of(Part.CASE))
                .containsExactly(Instance.named("case"), Instance.named("case-2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "case", "case=0", "case=10", "case=two", "case=2,", "cases=2"})
    void thatMakeNoSenseAreRefused(String text) {
        assertThatThrownBy(() -> Replicas.parse(text)).isInstanceOf(Failure.class);
    }

    @Test
    void ofTheStoresAreRefused() {
        assertThatThrownBy(() -> Replicas.parse("postgres=2"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("postgres runs once");
    }

    private static String labels(Replicas replicas) {
        return replicas.all().stream().map(Instance::label).collect(Collectors.joining(" "));
    }
}
