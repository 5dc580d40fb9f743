package haicap.platform.inbox;

import haicap.platform.events.InboundEvent;
import haicap.platform.events.Version;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** Holds the newest version of each key; refuses some. */
class HoldingFeed implements EventConsumer<InboundEvent> {

    static final String NAME = "holding";
    static final String TOPIC = "holding-test";

    private final JdbcTemplate jdbc;

    HoldingFeed(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        jdbc.execute("CREATE TABLE IF NOT EXISTS held (key text PRIMARY KEY, version bigint)");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Subscription> subscriptions() {
        return Set.of(new Subscription(TOPIC, "source"));
    }

    @Override
    public Optional<InboundEvent> understand(InboundEvent event) {
        return Optional.of(event);
    }

    @Override
    public void apply(List<InboundEvent> batch) {
        for (var event : batch) {
            if (event.key().startsWith("refused")) {
                throw new CannotApply("against a rule");
            }
            jdbc.update(
                    """
                    INSERT INTO held AS known (key, version)
                    VALUES (?, ?)
                    ON CONFLICT (key) DO UPDATE SET version = excluded.version
                    WHERE known.version < excluded.version
                    """,
                    event.key(),
                    event.version().asLong());
        }
    }

    @Override
    public int retire(String topic, int incarnation, int atMost) {
        return jdbc.update(
                "DELETE FROM held WHERE ctid IN (SELECT ctid FROM held WHERE version < ? LIMIT 2)",
                Version.floorOf(incarnation));
    }
}
