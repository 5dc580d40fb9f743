package haicap.platform.outbox;

import haicap.platform.writes.Locks;
import haicap.platform.writes.Writes;
import org.springframework.stereotype.Component;

/** Where it is asked for that everything is announced as it is. Safe for all threads. */
@Component
public class Reannouncements {

    private final ReannouncementTable table;
    private final Writes writes;

    Reannouncements(ReannouncementTable table, Writes writes) {
        this.table = table;
        this.writes = writes;
    }

    /**
     * Asks for one; several requests before it begins are one.
     *
     * @return its number, which its frames bear
     */
    public long request(String reason) {
        return writes.run(Locks.on(Reannouncing.LOCK), () -> table.request(reason));
    }
}
