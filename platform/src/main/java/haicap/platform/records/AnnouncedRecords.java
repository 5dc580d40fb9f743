package haicap.platform.records;

import haicap.platform.events.OutboundEvent;
import haicap.platform.outbox.AnnouncedKind;
import java.time.Clock;

/** The records of one kind as they are announced anew. */
final class AnnouncedRecords<R extends WorkRecord> implements AnnouncedKind {

    private final KeptRecords<R> records;
    private final RecordType<R> type;
    private final Clock clock;

    AnnouncedRecords(KeptRecords<R> records, Clock clock) {
        this.records = records;
        this.type = records.type();
        this.clock = clock;
    }

    @Override
    public String aggregate() {
        return type.told().aggregate();
    }

    @Override
    public String topic() {
        return type.told().topic();
    }

    @Override
    public String rows() {
        return "(SELECT id FROM record WHERE kind = '%1$s' AND id > '%2$s-') AS kept"
                .formatted(type.kind(), type.idPrefix());
    }

    @Override
    public OutboundEvent snapshot(String id) {
        var kept = records.get(id);
        return records.announcement(kept, aggregate() + "Snapshot", clock.instant(), null);
    }
}
