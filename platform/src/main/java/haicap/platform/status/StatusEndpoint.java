package haicap.platform.status;

import haicap.platform.audit.Sealed;
import haicap.platform.inbox.Inbox;
import haicap.platform.inbox.InboxPositions;
import haicap.platform.orgcopy.Organisation;
import haicap.platform.outbox.RelayProgress;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;
import org.springframework.stereotype.Component;

/** The state of this part: how old its copy is, what waits to be told, what waits to be applied. */
@Component
@WebEndpoint(id = "status")
class StatusEndpoint {

    record Status(
            String instance,
            Instant clockAt,
            long orgCopyAgeMillis,
            long outboxUnsent,
            double outboxOldestSeconds,
            boolean relayHolder,
            List<InboxPositions.Place> positions,
            List<Inbox.Lag> lag,
            List<Inbox.Gap> gaps,
            long parked,
            long auditUnsealed) {}

    private final String instance;
    private final Clock clock;
    private final Organisation organisation;
    private final RelayProgress progress;
    private final InboxPositions positions;
    private final Inbox inbox;
    private final Sealed sealed;

    StatusEndpoint(
            @Value("${haicap.instance}") String instance,
            Clock clock,
            Organisation organisation,
            RelayProgress progress,
            InboxPositions positions,
            Inbox inbox,
            Sealed sealed) {
        this.instance = instance;
        this.clock = clock;
        this.organisation = organisation;
        this.progress = progress;
        this.positions = positions;
        this.inbox = inbox;
        this.sealed = sealed;
    }

    @ReadOperation
    Status status() {
        return new Status(
                instance,
                clock.instant(),
                organisation.age().toMillis(),
                progress.unsent(),
                progress.oldestSeconds(),
                progress.isHolder(),
                positions.all(),
                inbox.lag(),
                inbox.gaps(),
                inbox.parked(),
                sealed.unsealed());
    }
}
