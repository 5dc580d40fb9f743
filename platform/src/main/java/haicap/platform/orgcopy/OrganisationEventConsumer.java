package haicap.platform.orgcopy;

import haicap.platform.events.InboundEvent;
import haicap.platform.events.Version;
import haicap.platform.inbox.EventConsumer;
import haicap.platform.inbox.Subscription;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Keeps the copy: each state replaces an older one, each heartbeat proves how far it has come. */
@Component
@ConditionalOnProperty(name = "haicap.orgcopy.feed", matchIfMissing = true)
class OrganisationEventConsumer implements EventConsumer<InboundEvent> {

    private record UnitState(
            String id,
            String code,
            String name,
            String type,
            String tier,
            @Nullable String parentId,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    private record SuccessionState(
            String id,
            String fromUnitId,
            String toUnitId,
            String objectClass,
            boolean isDefault,
            LocalDate effectiveOn) {}

    private record PostState(
            String id,
            String unitId,
            String title,
            @Nullable String field,
            @Nullable String reportsTo,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    private record AppointmentState(
            String id,
            String postId,
            String officerId,
            String serviceNumber,
            Instant from,
            @Nullable Instant to,
            boolean acting) {}

    private static final List<String> TABLES =
            List.of("org_unit", "org_succession", "org_post", "org_appointment", "org_entry");

    private final JdbcTemplate jdbc;

    OrganisationEventConsumer(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "orgcopy";
    }

    @Override
    public Set<Subscription> subscriptions() {
        return Set.of(new Subscription("haicap.org.v1", "org-structure"));
    }

    @Override
    public Optional<InboundEvent> understand(InboundEvent event) {
        return Optional.of(event);
    }

    @Override
    public void apply(List<InboundEvent> batch) {
        var units = new ArrayList<Object[]>();
        var successions = new ArrayList<Object[]>();
        var posts = new ArrayList<Object[]>();
        var appointments = new ArrayList<Object[]>();
        var entries = new ArrayList<Object[]>();
        Instant heartbeat = null;
        for (var event : batch) {
            switch (event.aggregate()) {
                case "Unit" -> units.add(row(event.state(UnitState.class), event));
                case "Succession" ->
                        successions.add(row(event.state(SuccessionState.class), event));
                case "Post" -> posts.add(row(event.state(PostState.class), event));
                case "Appointment" ->
                        appointments.add(row(event.state(AppointmentState.class), event));
                case "Function",
                        "FunctionHolder",
                        "AuthorityRule",
                        "Investigator",
                        "InvestigatorAssignment" ->
                        entries.add(entry(event));
                case "Heartbeat" -> heartbeat = event.time();
                default -> {
                    // other things of the organisation, which the copy does not need
                }
            }
        }
        save(units, successions, posts, appointments);
        saveEntries(entries);
        remember(
                heartbeat,
                !(units.isEmpty()
                        && successions.isEmpty()
                        && posts.isEmpty()
                        && appointments.isEmpty()
                        && entries.isEmpty()));
    }

    /** All at once: it is an organisation, of some thousand units and posts. */
    @Override
    public int retire(String topic, int incarnation, int atMost) {
        int retired = 0;
        for (var table : TABLES) {
            retired +=
                    jdbc.update(
                            "DELETE FROM " + table + " WHERE version < ?",
                            Version.floorOf(incarnation));
        }
        if (retired > 0) {
            remember(null, true);
        }
        return retired;
    }

    private static Object[] row(UnitState unit, InboundEvent event) {
        return new Object[] {
            unit.id(),
            unit.code(),
            unit.name(),
            unit.type(),
            unit.tier(),
            unit.parentId(),
            unit.validFrom(),
            unit.validTo(),
            event.version().asLong()
        };
    }

    private static Object[] row(SuccessionState edge, InboundEvent event) {
        return new Object[] {
            edge.id(),
            edge.fromUnitId(),
            edge.toUnitId(),
            edge.objectClass(),
            edge.isDefault(),
            edge.effectiveOn(),
            event.version().asLong()
        };
    }

    private static Object[] row(PostState post, InboundEvent event) {
        return new Object[] {
            post.id(),
            post.unitId(),
            post.title(),
            post.field(),
            post.reportsTo(),
            post.validFrom(),
            post.validTo(),
            event.version().asLong()
        };
    }

    private static Object[] row(AppointmentState appointment, InboundEvent event) {
        return new Object[] {
            appointment.id(),
            appointment.postId(),
            appointment.officerId(),
            appointment.serviceNumber(),
            utc(appointment.from()),
            utc(appointment.to()),
            appointment.acting(),
            event.version().asLong()
        };
    }

    /** What the registers of the organisation hold is kept as it was told. */
    private static Object[] entry(InboundEvent event) {
        return new Object[] {
            event.aggregate(),
            event.key(),
            event.state(ObjectNode.class).toString(),
            event.version().asLong()
        };
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private void save(
            List<Object[]> units,
            List<Object[]> successions,
            List<Object[]> posts,
            List<Object[]> appointments) {
        jdbc.batchUpdate(
                """
                INSERT INTO org_unit AS known
                    (id, code, name, type, tier, parent_id, valid_from, valid_to, version)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET
                    code = excluded.code, name = excluded.name, type = excluded.type,
                    tier = excluded.tier, parent_id = excluded.parent_id,
                    valid_from = excluded.valid_from, valid_to = excluded.valid_to,
                    version = excluded.version
                WHERE known.version < excluded.version
                """,
                units);
        jdbc.batchUpdate(
                """
                INSERT INTO org_succession AS known
                    (id, from_unit_id, to_unit_id, object_class, is_default, effective_on, version)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET
                    from_unit_id = excluded.from_unit_id, to_unit_id = excluded.to_unit_id,
                    object_class = excluded.object_class, is_default = excluded.is_default,
                    effective_on = excluded.effective_on, version = excluded.version
                WHERE known.version < excluded.version
                """,
                successions);
        jdbc.batchUpdate(
                """
                INSERT INTO org_post AS known
                    (id, unit_id, title, field, reports_to, valid_from, valid_to, version)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET
                    unit_id = excluded.unit_id, title = excluded.title, field = excluded.field,
                    reports_to = excluded.reports_to, valid_from = excluded.valid_from,
                    valid_to = excluded.valid_to, version = excluded.version
                WHERE known.version < excluded.version
                """,
                posts);
        jdbc.batchUpdate(
                """
                INSERT INTO org_appointment AS known
                    (id, post_id, officer_id, service_number, valid_from, valid_to, acting, version)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET
                    post_id = excluded.post_id, officer_id = excluded.officer_id,
                    service_number = excluded.service_number, valid_from = excluded.valid_from,
                    valid_to = excluded.valid_to, acting = excluded.acting,
                    version = excluded.version
                WHERE known.version < excluded.version
                """,
                appointments);
    }

    private void saveEntries(List<Object[]> entries) {
        jdbc.batchUpdate(
                """
                INSERT INTO org_entry AS known (register, id, state, version)
                VALUES (?, ?, ?::jsonb, ?)
                ON CONFLICT (register, id) DO UPDATE SET
                    state = excluded.state, version = excluded.version
                WHERE known.version < excluded.version
                """,
                entries);
    }

    private void remember(@Nullable Instant heartbeat, boolean changed) {
        jdbc.update(
                """
                UPDATE org_copy
                SET generation = generation + ?, heartbeat_at = greatest(heartbeat_at, ?)
                """,
                changed ? 1 : 0,
                heartbeat == null ? Instant.EPOCH.atOffset(ZoneOffset.UTC) : utc(heartbeat));
    }
}
