package haicap.platform.time;

import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How far back what is recorded now may be dated. Papers lag behind what they tell, but nobody
 * makes an overdue clock a met one by the date that he writes.
 *
 * @param days the bound; what lies further back is refused
 */
@ConfigurationProperties("haicap.back-dating")
public record BackDating(@DefaultValue("30") int days) {

    /** The earliest instant of which something may still be recorded. */
    public Instant earliest(Instant now) {
        return now.minus(Duration.ofDays(days));
    }
}
