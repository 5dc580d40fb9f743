package haicap.platform.records;

import haicap.platform.deadlines.DeadlineView;
import haicap.platform.privacy.Matter;
import haicap.platform.privacy.TellsOf;
import java.time.Instant;
import java.util.List;

/** Every clock of a record, as of an instant. */
@TellsOf(Matter.RECORD)
public record RecordDeadlines(String id, Instant asOf, List<DeadlineView> deadlines) {}
