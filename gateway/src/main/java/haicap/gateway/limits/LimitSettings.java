package haicap.gateway.limits;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * The limits of the public address.
 *
 * @param caller requests of one token's subject
 * @param tokenEndpoint requests for tokens from one address
 * @param body what a request may carry
 * @param importBody what an import may carry
 * @param streams open at a time
 * @param behind how late a thread of the gateway may be, time and again, until it refuses what
 *     comes
 */
@ConfigurationProperties("haicap.limits")
record LimitSettings(
        Rate caller,
        Rate tokenEndpoint,
        Body body,
        ImportBody importBody,
        Streams streams,
        Duration behind) {

    /** So long, and all of it within that time. */
    record Body(DataSize most, Duration within) {}

    /** So long, and no pause in it longer than that. */
    record ImportBody(DataSize most, Duration pause) {}

    /** So many each second, and so many at once after a pause. */
    record Rate(int perSecond, int burst) {

        Rate {
            if (perSecond < 1 || burst < perSecond) {
                throw new IllegalArgumentException(
                        "a rate needs 1 <= per-second <= burst: " + perSecond + ", " + burst);
            }
        }
    }

    /**
     * Streams of one caller.
     *
     * @param personClaim the claim that tells a person's token from a machine's
     */
    record Streams(int perPerson, int perMachine, String personClaim) {}
}
