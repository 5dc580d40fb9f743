package haicap.reporting.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import haicap.platform.orgcopy.Tier;
import haicap.platform.privacy.Matter;
import haicap.platform.privacy.TellsOf;
import haicap.reporting.figures.Figures;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The picture at one position of the feed. The stream goes on behind it.
 *
 * @param asOf when it was taken
 * @param clockAt the instant as of which the figures are
 * @param city the sums of all units; absent from a unit's own picture
 */
@TellsOf(Matter.FIGURES)
record Snapshot(
        Position position,
        Instant asOf,
        Instant clockAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Figures city,
        List<UnitPicture> units) {

    /**
     * @param lastEventAt null when nothing was ever heard of the unit
     * @param silentFor time since then
     */
    record UnitPicture(
            String unitId,
            String code,
            String name,
            Tier tier,
            Figures figures,
            @Nullable Instant lastEventAt,
            @Nullable Duration silentFor) {}
}
