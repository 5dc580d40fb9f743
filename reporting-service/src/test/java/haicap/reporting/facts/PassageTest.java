package haicap.reporting.facts;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.reporting.figures.Figures;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PassageTest {

    private static final Instant AROUND = Instant.parse("2025-10-01T17:00:00Z");

    static LongStream seeds() {
        return LongStream.range(0, 50);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void movingByPartsIsMovingAtOnceIsCountingAnew(long seed) {
        var random = new RandomFacts(seed, AROUND);
        var facts = random.many(200, List.of("u"));
        var stops = new ArrayList<Instant>();
        for (int i = 0; i < 12; i++) {
            stops.add(random.instant());
        }
        var byParts = recount(facts, stops.getFirst());
        for (int i = 1; i < stops.size(); i++) {
            byParts = byParts.plus(moved(facts, new Passage(stops.get(i - 1), stops.get(i))));
            assertThat(byParts).isEqualTo(recount(facts, stops.get(i)));
        }
        var whole = new Passage(stops.getFirst(), stops.getLast());
        assertThat(recount(facts, stops.getFirst()).plus(moved(facts, whole))).isEqualTo(byParts);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsNotTouchedContributesTheSame(long seed) {
        var random = new RandomFacts(seed, AROUND);
        var passage = new Passage(random.instant(), random.instant());
        assertThat(random.many(500, List.of("u")))
                .filteredOn(fact -> !passage.touches(fact))
                .allMatch(fact -> fact.at(passage.from()).equals(fact.at(passage.to())));
    }

    private static Figures recount(List<Fact> facts, Instant at) {
        return facts.stream().map(fact -> fact.at(at)).reduce(Figures.NONE, Figures::plus);
    }

    private static Figures moved(List<Fact> facts, Passage passage) {
        return facts.stream()
                .filter(passage::touches)
                .map(fact -> fact.at(passage.to()).minus(fact.at(passage.from())))
                .reduce(Figures.NONE, Figures::plus);
    }
}
