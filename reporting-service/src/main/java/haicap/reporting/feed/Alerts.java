package haicap.reporting.feed;

import haicap.platform.orgcopy.Organisation;
import haicap.platform.orgcopy.Tier;
import haicap.platform.orgcopy.Unit;
import haicap.platform.time.Hanoi;
import haicap.reporting.figures.Figures;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What the duty commander should look at.
 *
 * <ol>
 *   <li>A unit falls silent when the clock passes its limit, counted from when it was last heard
 *       of: told once per silence, of units in force. Who was never heard of is not silent, and
 *       news that come late cross no limit.
 *   <li>A unit has something late and had nothing before. News older than the limit of silence, a
 *       backlog that is caught up with, alert nobody.
 *   <li>Messages were parked: one alert for all that the tick finds.
 *   <li>Events of a topic were missed, for its log no longer held them: the picture may be old
 *       until the source has named everything anew. One alert for each topic.
 * </ol>
 */
@Component
class Alerts {

    private static final String CITY = "city";

    private final AlertTables tables;
    private final Organisation organisation;
    private final Duration silentAfter;

    Alerts(
            AlertTables tables,
            Organisation organisation,
            @Value("${haicap.alerts.silent-after}") Duration silentAfter) {
        this.tables = tables;
        this.organisation = organisation;
        this.silentAfter = silentAfter;
    }

    /** The unit had nothing late, and has now. */
    Optional<Alert> firstLate(
            String unitId,
            Figures before,
            Figures more,
            @Nullable Instant heardAt,
            Instant clockAt) {
        boolean isNews = heardAt == null || !heardAt.isBefore(clockAt.minus(silentAfter));
        return isNews && before.late() == 0 && more.late() > 0
                ? Optional.of(Alert.firstOverdue(unitId, clockAt))
                : Optional.empty();
    }

    /** What is told because the clock went from one instant to another. */
    List<Alert> during(Instant from, Instant to) {
        var alerts = new ArrayList<Alert>();
        if (to.isAfter(from)) {
            alerts.addAll(silences(from, to));
        }
        var parked = tables.newlyParked();
        if (!parked.isEmpty()) {
            alerts.add(Alert.messagesParked(parked.getFirst(), cityAt(to), to, parked.size()));
        }
        tables.newGaps()
                .forEach((topic, since) ->
                        alerts.add(Alert.eventsMissed(topic, cityAt(to), to, since)));
        return alerts;
    }

    private List<Alert> silences(Instant from, Instant to) {
        var silent = tables.newlySilent(from.minus(silentAfter), to.minus(silentAfter));
        if (silent.isEmpty()) {
            return List.of();
        }
        var inForce =
                organisation.unitsInForce(Hanoi.dayOf(to)).stream()
                        .map(Unit::id)
                        .collect(Collectors.toSet());
        return silent.entrySet().stream()
                .filter(unit -> inForce.contains(unit.getKey()))
                .map(unit -> Alert.unitSilent(unit.getKey(), to, unit.getValue()))
                .toList();
    }

    private String cityAt(Instant at) {
        return organisation.unitsInForce(Hanoi.dayOf(at)).stream()
                .filter(unit -> unit.tier() == Tier.CITY)
                .map(Unit::id)
                .findFirst()
                .orElse(CITY);
    }
}
