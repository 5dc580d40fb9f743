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

    OpenRecordsHaveClocks(ObjectProvider<Records<?>> kinds) {
        this.kinds = kinds.stream().toList();
    }

    @Override
    public String name() {
        return "open-records-have-clocks";
    }

    @Override
    public List<String> breaches() {
        return kinds.stream().flatMap(kind -> kind.withoutClocks(NAMED_AT_MOST).stream()).toList();
    }
}
