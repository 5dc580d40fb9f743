package haicap.platform.audit;

import haicap.platform.outbox.RelayProgress;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Seals the audit behind its writers' backs, so that nobody waits for anybody.
 *
 * <ol>
 *   <li>The instance that relays seals, too; were there two, the number of a seal lets one through.
 *   <li>It takes the rows behind the last seal in the order (incarnation, transaction id, row id),
 *       as far as no running transaction can still put one before them: a row's place never
 *       changes. What an earlier life of the database left is complete.
 *   <li>It chains them to the last seal. What is not sealed yet is seconds old, and counted.
 * </ol>
 */
@Component
class SealAudit {

    private static final int CHUNK = 500;

    private final Seals seals;
    private final RelayProgress progress;
    private volatile Seals.Unsealed unsealed = new Seals.Unsealed(0, 0);

    SealAudit(Seals seals, RelayProgress progress, MeterRegistry meters) {
        this.seals = seals;
        this.progress = progress;
        Gauge.builder("haicap.audit.unsealed", this, self -> self.unsealed.rows())
                .description("Rows of the audit that no seal covers yet")
                .register(meters);
        Gauge.builder("haicap.audit.oldest.seconds", this, self -> self.unsealed.oldestSeconds())
                .description("Age of the oldest row of the audit that no seal covers")
                .register(meters);
    }

    @Scheduled(fixedDelayString = "PT1S")
    void seal() {
        if (progress.isHolder()) {
            boolean more;
            do {
                more = sealOne();
            } while (more);
        }
    }

    private boolean sealOne() {
        var last = seals.last();
        var rows = seals.unsealedAfter(last, CHUNK);
        return !rows.isEmpty() && seals.add(last.next(rows)) && rows.size() == CHUNK;
    }

    @Scheduled(fixedDelayString = "PT5S")
    void measure() {
        unsealed = seals.unsealed();
    }
}
