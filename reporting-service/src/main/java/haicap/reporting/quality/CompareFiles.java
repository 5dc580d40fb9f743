package haicap.reporting.quality;

import haicap.reporting.facts.CountedFacts;
import haicap.reporting.facts.Fact;
import haicap.reporting.facts.FileKind;
import java.time.Instant;
import java.util.Map;
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
        var cut = byId(sources.files(source, unitId, at), source.kind());
        var after = facts.heldBy(unitId, source.kind());
        return new Comparison(before, cut, after);
    }

    /** Where a file is stored is not told by the source, and no figure depends on it. */
    private static Map<String, Fact> byId(SourceFiles files, FileKind kind) {
        return files.items().stream()
                .map(file ->
                        new Fact(
                                file.id(),
                                kind,
                                file.version(),
                                "",
                                file.open(),
                                file.beganAt(),
                                file.dueAt()))
                .collect(Collectors.toMap(Fact::id, Function.identity()));
    }
}
