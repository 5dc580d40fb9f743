package haicap.inspection.obstacles;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.inspection.RunningInspection;
import haicap.inspection.RunningInspection.Reply;
import haicap.platform.testing.TestTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeeingObstaclesTests {

    private static final String ASKED =
            """
            {"field": "CRIME", "severity": "HIGH", "description": "x", "askedOf": "pc06-20250101"}
            """;
    private static final String UNASKED =
            """
            {"field": "CRIME", "severity": "HIGH", "description": "x"}
            """;

    private final RunningInspection inspection = RunningInspection.shared();

    @ParameterizedTest
    @ValueSource(
            strings = {"chief-00004", "duty-00004", "pc06-head", "deputy-director-1", "director"})
    void isForTheRaisingUnitTheAskedDepartmentAndTheCommand(String officer) {
        var raised = inspection.raise("duty-00004", ASKED);

        var reply = inspection.get(officer, raised.header("Location"));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo(raised.body());
        assertThat(reply.header("ETag")).isEqualTo(raised.header("ETag"));
    }

    @Test
    void isRestrictedAloneAndInLists() {
        var raised = inspection.raise("duty-00004", ASKED);
        var clocks = inspection.get("director", raised.header("Location") + "/deadlines");
        var list = inspection.get("director", "/api/v1/obstacles");

        assertThat(raised.text("classification")).isEqualTo("RESTRICTED");
        assertThat(clocks.text("classification")).isEqualTo("RESTRICTED");
        assertThat(list.body().path("items"))
                .isNotEmpty()
                .allMatch(row -> row.path("classification").asString().equals("RESTRICTED"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chief-00008",
                "pc01-head",
                "without-a-post",
                RunningInspection.HEADS_ONE_SERVES_IN_ANOTHER
            })
    void isAbsentForEverybodyElse(String officer) {
        var raised = inspection.raise("duty-00004", UNASKED);

        var reply = inspection.get(officer, raised.header("Location"));

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.text("code")).isEqualTo("not-found");
        assertThat(lines(officer, "")).doesNotContain(raised.text("id"));
    }

    @Test
    void isAbsentForSystems() {
        var raised = inspection.raise("duty-00004", ASKED);
        var token = TestTokens.system("operator", "operations");

        assertThat(inspection.send(inspection.with(token, raised.header("Location"))).status())
                .isEqualTo(404);
        assertThat(
                        inspection
                                .send(inspection.with(token, "/api/v1/obstacles"))
                                .body()
                                .path("items"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"chief-00004", "pc06-head", "director"})
    void isFoundByItsNumber(String officer) {
        var raised = inspection.raise("duty-00004", ASKED);

        assertThat(raised.text("number")).matches("00004.*/VM/\\d{4}/\\d{4}");
        assertThat(lines(officer, "&number=" + raised.text("number")))
                .containsExactly(raised.text("id"));
        assertThat(lines("chief-00008", "&number=" + raised.text("number"))).isEmpty();
    }

    @Test
    void isNoConcernOfADepartmentThatIsNotAsked() {
        var raised = inspection.raise("duty-00004", UNASKED);

        assertThat(inspection.get("pc06-head", raised.header("Location")).status()).isEqualTo(404);
    }

    @Test
    void isNotSentAgainToThoseWhoHaveIt() {
        var raised = inspection.raise("duty-00004", ASKED);

        var reply =
                inspection.send(
                        inspection
                                .as("duty-00004", raised.header("Location"))
                                .header("If-None-Match", raised.header("ETag")));

        assertThat(reply.status()).isEqualTo(304);
    }

    @Test
    void isRecordedWhenRead() {
        var raised = inspection.raise("duty-00004", ASKED);

        inspection.get("director", raised.header("Location"));

        assertThat(
                        inspection
                                .sql()
                                .sql(
                                        """
                                        SELECT caller FROM audit
                                        WHERE subject = :id AND action = 'read'
                                        """)
                                .param("id", raised.text("id"))
                                .query(String.class)
                                .list())
                .containsExactly("director");
    }

    @Test
    void followsTheUnitIntoAMerger() {
        var raised = inspection.raise("duty-00004", UNASKED);
        inspection
                .sql()
                .sql("UPDATE record SET unit_id = :merged WHERE id = :id")
                .param("merged", RunningInspection.MERGED_WARD)
                .param("id", raised.text("id"))
                .update();

        var reply = inspection.get("chief-00004", raised.header("Location"));

        assertThat(reply.text("unitId")).isEqualTo(RunningInspection.WARD);
        assertThat(reply.text("raisingUnitId")).isEqualTo(RunningInspection.MERGED_WARD);
        assertThat(lines("chief-00004", "")).contains(raised.text("id"));
        assertThat(lines("director", "&unitId=" + RunningInspection.WARD))
                .contains(raised.text("id"));
    }

    @Test
    void listsWhatConcernsTheCallerByUnitAndState() {
        var asked = inspection.raise("duty-00004", ASKED).text("id");
        var unasked = inspection.raise("duty-00004", UNASKED).text("id");
        var other = inspection.raise("chief-00008", ASKED).text("id");

        assertThat(lines("duty-00004", "")).contains(asked, unasked).doesNotContain(other);
        assertThat(lines("pc06-head", "")).contains(asked, other).doesNotContain(unasked);
        assertThat(lines("director", "&state=RAISED")).contains(asked, unasked, other);
        assertThat(lines("director", "&unitId=" + RunningInspection.OTHER_WARD))
                .contains(other)
                .doesNotContain(asked, unasked);
        assertThat(lines("pc06-head", "&unitId=" + RunningInspection.WARD))
                .contains(asked)
                .doesNotContain(unasked, other);
    }

    @Test
    void refusesWishesThatCannotBe() {
        assertThat(inspection.get("director", "/api/v1/obstacles?unitId=nowhere").status())
                .isEqualTo(404);
        assertThat(inspection.get("director", "/api/v1/obstacles?state=LOST").status())
                .isEqualTo(400);
        assertThat(inspection.get("director", "/api/v1/obstacles?cursor=forged").status())
                .isEqualTo(400);
        assertThat(inspection.get("director", "/api/v1/obstacles?limit=501").status())
                .isEqualTo(400);
    }

    @Test
    void listsEveryObstacleOnceTheNewestFirst() {
        var raised =
                IntStream.range(0, 7)
                        .mapToObj(i -> inspection.raise("duty-00004", UNASKED).text("id"))
                        .toList();

        var listed = lines("duty-00004", "");

        assertThat(listed).doesNotHaveDuplicates().containsAll(raised);
        assertThat(listed.stream().filter(raised::contains).toList()).isEqualTo(raised.reversed());
    }

    /** All pages, three lines each. */
    private List<String> lines(String officer, String query) {
        var ids = new ArrayList<String>();
        var cursor = "";
        Reply page;
        do {
            page = inspection.get(officer, "/api/v1/obstacles?limit=3" + query + cursor);
            assertThat(page.status()).isEqualTo(200);
            page.body().path("items").forEach(line -> ids.add(line.path("id").asString()));
            cursor = "&cursor=" + page.text("next");
        } while (!page.body().path("next").isNull());
        return ids;
    }
}
