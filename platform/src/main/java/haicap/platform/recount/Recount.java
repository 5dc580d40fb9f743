package haicap.platform.recount;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What the source counted as of an instant.
 *
 * @param at domain time by which the predicates were evaluated
 * @param snapshot the source's cut, for logs
 * @param endOffsets per partition of the source's topic: a consumer that has passed them has heard
 *     of everything counted here
 * @param items what was counted
 */
public record Recount<T>(
        Instant at, String snapshot, Map<Integer, Long> endOffsets, List<T> items) {}
