package haicap.reporting.quality;

import haicap.reporting.facts.CountedFacts;
import haicap.reporting.files.Fact;
import java.time.Instant;
import java.util.HashSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Fetches what a comparison needs, in the order that makes it exact. */
@Component
class CompareFiles {

    private final Sources sources;
    private final CountedFacts facts;

    CompareFiles(Sources sources, CountedFacts facts) {
        this.sources = sources;
        this.facts = facts;
    }

    Comparison of(String unitId, Source source, Instant at) {
        var before = facts.heldBy(unitId, source.kind());
        var cut =
                sources.files(source, unitId, at).facts(source.kind(), unitId).stream()
                        .collect(Collectors.toMap(Fact::id, Function.identity()));
        var after = facts.heldBy(unitId, source.kind());
        var gone = new HashSet<>(cut.keySet());
        gone.removeAll(after.keySet());
        return new Comparison(unitId, before, cut, after, facts.of(gone));
    }
}
