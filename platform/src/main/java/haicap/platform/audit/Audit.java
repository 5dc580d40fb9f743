package haicap.platform.audit;

import haicap.platform.access.Caller;
import haicap.platform.events.EventJson;
import haicap.platform.orgcopy.HeldPost;
import haicap.platform.trace.Trace;
import haicap.platform.writes.DeferredInserts;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The append-only record of who did what and who read what restricted thing. Written in the
 * transaction of the deed: what was not recorded was not done. Details hold ids and codes, never
 * free text.
 */
@Component
public class Audit {

    private final DeferredInserts deferredInserts;
    private final Clock clock;

    Audit(DeferredInserts deferredInserts, Clock clock) {
        this.deferredInserts = deferredInserts;
        this.clock = clock;
    }

    /**
     * Records a deed.
     *
     * @param action such as {@code crime-report.receive}
     * @param kind of thing, such as {@code crime-report}
     * @param id of the thing
     */
    public void wrote(Caller by, String action, String kind, String id, Map<String, ?> details) {
        deferredInserts.add(
                """
                INSERT INTO audit
                    (incarnation, at, caller, post, action, kind, subject, details, trace_id)
                VALUES ((SELECT number FROM incarnation), ?, ?, ?, ?, ?, ?, ?::jsonb, ?)
                """,
                clock.instant().atOffset(ZoneOffset.UTC),
                by.name(),
                postOf(by),
                action,
                kind,
                id,
                EventJson.write(details),
                Trace.current().traceId());
    }

    /** Records that a restricted thing was read. */
    public void read(Caller by, String kind, String id) {
        wrote(by, "read", kind, id, Map.of());
    }

    private static @Nullable String postOf(Caller by) {
        return by.posts().stream()
                .map(HeldPost::postId)
                .filter(id -> by.actingPost() == null || id.equals(by.actingPost()))
                .findFirst()
                .orElse(null);
    }
}
