package haicap.reporting.feed;

import haicap.platform.orgcopy.Organisation;
import haicap.platform.time.Hanoi;
import haicap.reporting.feed.PictureTables.UnitRow;
import haicap.reporting.feed.PictureTables.WholePicture;
import haicap.reporting.feed.Snapshot.UnitPicture;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows every unit in force, and any other that still has something to its name. */
@Component
class TakeSnapshot {

    private final PictureTables tables;
    private final FeedTable feed;
    private final Organisation organisation;
    private final Clock clock;

    TakeSnapshot(PictureTables tables, FeedTable feed, Organisation organisation, Clock clock) {
        this.tables = tables;
        this.feed = feed;
        this.organisation = organisation;
        this.clock = clock;
    }

    Snapshot of(Audience audience) {
        var picture = tables.whole();
        var unit = audience.unitId();
        return new Snapshot(
                feed.position(picture.seq()),
                clock.instant(),
                picture.clockAt(),
                unit == null ? picture.city() : null,
                unit == null ? everyUnit(picture) : List.of(unit(unit, picture)));
    }

    private List<UnitPicture> everyUnit(WholePicture picture) {
        var shown = new TreeSet<String>();
        organisation.unitsInForce(Hanoi.dayOf(picture.clockAt())).forEach(u -> shown.add(u.id()));
        picture.units()
                .forEach((id, row) -> {
                    if (!row.figures().isNone()) {
                        shown.add(id);
                    }
                });
        return shown.stream().map(id -> unit(id, picture)).toList();
    }

    private UnitPicture unit(String id, WholePicture picture) {
        var unit = organisation.unit(id).orElseThrow();
        var row = picture.units().getOrDefault(id, UnitRow.SILENT);
        return new UnitPicture(
                id,
                unit.code(),
                unit.name(),
                unit.tier(),
                row.figures(),
                row.lastEventAt(),
                silence(row.lastEventAt(), picture.clockAt()));
    }

    private static @Nullable Duration silence(@Nullable Instant lastEventAt, Instant clockAt) {
        if (lastEventAt == null) {
            return null;
        }
        // whole seconds: RFC 3339 knows no others in a duration
        var silent = Duration.between(lastEventAt, clockAt).truncatedTo(ChronoUnit.SECONDS);
        return silent.isNegative() ? Duration.ZERO : silent;
    }
}
