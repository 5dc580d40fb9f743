package haicap.reporting.feed;

import haicap.reporting.figures.Figures;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * The picture as a transaction found it under the feed lock.
 *
 * @param seq of the newest record
 * @param clockAt the instant as of which all figures are
 * @param units the figures of those units that were asked for
 */
public record PictureState(long seq, Instant clockAt, Figures city, Map<String, Figures> units) {

    Figures of(String unitId) {
        return Objects.requireNonNull(
                units.get(unitId), () -> unitId + " was not opened before it was changed");
    }
}
