package haicap.reporting.quality;

import haicap.platform.problems.Refusal;
import haicap.platform.recount.Part;
import haicap.reporting.facts.CountedFacts;
import haicap.reporting.files.CountedKind;
import haicap.reporting.files.Fact;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.SequencedCollection;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Fetches what a comparison needs, in the order that makes it exact, and a part at a time: of
 * however many files, only so many are in memory.
 */
@Component
class CompareFiles {

    /** What may have come to a part between its two readings. */
    private static final int MOST_AFTERWARDS = 2 * Part.MOST;

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final Sources sources;
    private final CountedFacts facts;

    CompareFiles(Sources sources, CountedFacts facts) {
        this.sources = sources;
        this.facts = facts;
    }

    /** Compares all files of a unit, part by part. */
    void of(
            String unitId,
            CountedKind source,
            Instant at,
            Patience patience,
            Consumer<Comparison> each) {
        var after = "";
        while (after != null) {
            after = part(unitId, source, at, after, patience, each);
        }
    }

    /** Gives the last id of the part; null when there is no other. */
    private @Nullable String part(
            String unitId,
            CountedKind source,
            Instant at,
            String after,
            Patience patience,
            Consumer<Comparison> each) {
        var before = facts.heldBy(unitId, source.name(), new Part(after, null), Part.MOST);
        var asked = new Part(after, endOf(before.sequencedKeySet()));
        var cut = new LinkedHashMap<String, Fact>();
        sources.files(source, unitId, at, asked, patience)
                .facts(source, unitId)
                .forEach(fact -> cut.put(fact.id(), fact));
        if (cut.size() > Part.MOST) {
            throw new IllegalStateException(
                    source.service() + " answers more than a part of its files");
        }
        var end = endOf(cut.sequencedKeySet());
        var part = end == null ? asked : new Part(after, end);
        var now = facts.heldBy(unitId, source.name(), part, MOST_AFTERWARDS);
        if (now.size() == MOST_AFTERWARDS) {
            throw Refusal.unavailable("inbox-behind", RETRY_AFTER);
        }
        var gone = new HashSet<>(cut.keySet());
        gone.removeAll(now.keySet());
        each.accept(new Comparison(unitId, before, cut, now, facts.of(gone)));
        return part.upTo();
    }

    /** The last id of a full part; null when nothing follows it. */
    private static @Nullable String endOf(SequencedCollection<String> ids) {
        return ids.size() < Part.MOST ? null : ids.getLast();
    }
}
