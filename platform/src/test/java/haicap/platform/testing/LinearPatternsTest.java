package haicap.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LinearPatternsTest {

    @Test
    void thePlatformsPatternsTakeNoMoreStepsForEachCharacterOfALongText() {
        LinearPatterns.areAll("haicap.platform");
    }

    @Test
    void aPatternThatGoesBackIsFound() {
        var somethingToRead = Pattern.compile("\\P{Cc}*[^\\s\\p{Cc}]\\P{Cc}*");

        assertThat(LinearPatterns.growth(somethingToRead)).isGreaterThan(3);
    }

    @Test
    void aPatternThatTakesStackForEachStepIsFound() {
        assertThat(LinearPatterns.takesStack(Pattern.compile("\"[^\"]*\"(,\"[^\"]*\")*"))).isTrue();
        assertThat(LinearPatterns.takesStack(Pattern.compile("\"[^\"]*+\"(?:,\"[^\"]*+\")*+")))
                .isFalse();
    }
}
