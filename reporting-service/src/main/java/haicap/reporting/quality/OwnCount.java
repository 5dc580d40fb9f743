package haicap.reporting.quality;

import haicap.reporting.facts.CountedFacts;
import haicap.reporting.facts.FileKind;
import haicap.reporting.feed.LivePicture;
import haicap.reporting.feed.PictureState;
import haicap.reporting.figures.Figures;
import haicap.reporting.quality.SourceSums.UnitSums;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Counts all facts anew, beside the figures that were kept, in one snapshot. */
@Component
class OwnCount {

    /** Facts of one kind that one unit's figures count. */
    record Share(String unitId, FileKind kind) {}

    /**
     * What was found.
     *
     * @param picture the figures as they were kept
     * @param recounted the figures as the facts say, at the clock of the picture
     * @param shares sums of the facts at the instant of the comparison, as a source makes them
     */
    record Found(
            PictureState picture, Map<String, Figures> recounted, Map<Share, UnitSums> shares) {}

    private final LivePicture picture;
    private final CountedFacts facts;

    OwnCount(LivePicture picture, CountedFacts facts) {
        this.picture = picture;
        this.facts = facts;
    }

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    Found at(Instant at) {
        var kept = picture.whole();
        var recounted = new HashMap<String, Figures>();
        var shares = new HashMap<Share, UnitSums>();
        facts.each((fact, unit, hash) -> {
            recounted.merge(unit, fact.at(kept.clockAt()), Figures::plus);
            shares.merge(
                    new Share(unit, fact.kind()),
                    new UnitSums(unit, 1, hash, fact.at(at)),
                    OwnCount::sum);
        });
        return new Found(kept, recounted, shares);
    }

    private static UnitSums sum(UnitSums one, UnitSums other) {
        return new UnitSums(
                one.unitId(),
                one.files() + other.files(),
                one.digest() ^ other.digest(),
                one.figures().plus(other.figures()));
    }
}
