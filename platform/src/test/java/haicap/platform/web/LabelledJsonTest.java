package haicap.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.platform.events.EventJson;
import haicap.platform.privacy.Matter;
import haicap.platform.privacy.TellsOf;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class LabelledJsonTest {

    private final JsonMapper json = JsonMapper.builder().addModule(new LabelledJson()).build();

    @TellsOf({Matter.VISIT, Matter.FINDING})
    private record Visit(String id) {}

    private record Silent(String id) {}

    @Test
    void whatSaysOfWhatItTellsBearsTheHighestOfTheLabels() {
        assertThat(json.writeValueAsString(new Visit("v-1")))
                .isEqualTo("{\"id\":\"v-1\",\"classification\":\"RESTRICTED\"}");
    }

    @Test
    void soDoesEachRowOfAList() {
        var page = json.valueToTree(new Page<>(List.of(new Visit("v-1"), new Visit("v-2")), null));

        assertThat(page.path("items").findValuesAsString("classification"))
                .containsExactly("RESTRICTED", "RESTRICTED");
        assertThat(page.has("classification")).isFalse();
    }

    @Test
    void whatSaysNothingBearsNone() {
        assertThat(json.writeValueAsString(new Silent("s-1"))).isEqualTo("{\"id\":\"s-1\"}");
    }

    @Test
    void noEventBearsOne() {
        assertThat(EventJson.body(null, new Visit("v-1"))).doesNotContain("classification");
    }
}
