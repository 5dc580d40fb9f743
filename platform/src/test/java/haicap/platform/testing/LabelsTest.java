package haicap.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.platform.privacy.Label;
import haicap.platform.privacy.Matter;
import haicap.platform.privacy.TellsOf;
import haicap.platform.web.Page;
import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

class LabelsTest {

    @TellsOf({Matter.VISIT, Matter.CRIME_REPORT})
    private record Report() {}

    @TellsOf(Matter.VISIT)
    private record Visit() {}

    private record Silent() {}

    private record Silents(List<Silent> items) {}

    /** Those that must be found, and those that need not. */
    private interface Planted {

        @GetMapping("/api/v1/reports/{id}")
        ResponseEntity<Report> report();

        @GetMapping("/api/v1/reports")
        ResponseEntity<Page<Visit>> loweredReports();

        @GetMapping("/api/v1/reports/{id}/history")
        Page<Visit> loweredHistory();

        @GetMapping("/api/v1/reports/worklist")
        Page<Report> worklist();

        @GetMapping("/api/v1/silent")
        Page<Silent> silent();

        @GetMapping("/api/v1/silents")
        ResponseEntity<Silents> silents();

        @GetMapping("/api/v1/silence")
        Silent silence();

        @PostMapping("/api/v1/silences")
        ResponseEntity<Silent> silences();

        @GetMapping("/api/v1/silence/stream")
        void stream();

        @GetMapping("/api/v1/visits")
        Page<Visit> visits();
    }

    @Test
    void aListThatIsLabelledLowerThanOneOfItsThingsIsFound() {
        assertThat(Labels.lowered(planted())).containsExactly("loweredHistory", "loweredReports");
    }

    @Test
    void anAnswerThatDoesNotSayOfWhatItTellsIsFoundAloneAndInLists() {
        assertThat(Labels.unlabelled(planted()))
                .containsExactly("silence", "silences", "silent", "silents");
    }

    @Test
    void theLabelIsTheHighestOfAllMattersOfAllRows() {
        assertThat(Label.of(Report.class)).isEqualTo(Label.RESTRICTED);
        assertThat(Label.ofExport(List.of(new Visit()))).isEqualTo(Label.INTERNAL);
        assertThat(Label.ofExport(List.of(new Visit(), new Report()))).isEqualTo(Label.RESTRICTED);
    }

    @Test
    void whatDoesNotSayOfWhatItTellsIsRestricted() {
        assertThat(Label.of(Silent.class)).isEqualTo(Label.RESTRICTED);
    }

    private static List<Method> planted() {
        return List.of(Planted.class.getDeclaredMethods());
    }
}
