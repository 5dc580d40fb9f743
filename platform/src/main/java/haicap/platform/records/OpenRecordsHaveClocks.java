package haicap.platform.records;

import haicap.platform.integrity.IntegrityCheck;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * An open record without any clock, of a kind to which the law sets one, would never be overdue.
 */
@Component
class OpenRecordsHaveClocks implements IntegrityCheck {

    private static final int NAMED_AT_MOST = 100;

    private final List<Records<?>> kinds;
    private final RecordClockTable clocks;

    OpenRecordsHaveClocks(ObjectProvider<Records<?>> kinds, RecordClockTable clocks) {
        this.kinds = kinds.stream().filter(kind -> kind.type().law() != null).toList();
        this.clocks = clocks;
    }

    @Override
    public String name() {
        return "open-records-have-clocks";
    }

    @Override
    public List<String> breaches() {
        return kinds.stream()
                .flatMap(kind -> clocks.without(kind.type().kind(), NAMED_AT_MOST).stream())
                .toList();
    }
}
