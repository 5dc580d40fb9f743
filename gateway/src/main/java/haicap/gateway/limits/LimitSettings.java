package haicap.gateway.limits;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * The limits of the public address.
 *
 * @param caller requests of one token's subject
 * @param tokenEndpoint requests for tokens from one address
 * @param open requests without a good token from one network, on all paths together
 * @param body what a request may carry
 * @param openBody what it may carry where no token is asked for
 * @param importBody what an import may carry
 * @param bodies what all bodies may come to that are in memory at a time; imports are on disk
 * @param openBodies the same of those for which no token is asked, which take nothing of the others
 * @param streams open at a time
 * @param behind how late a thread of the gateway may be, time and again, until it refuses what
 *     comes
 */
@ConfigurationProperties("haicap.limits")
record LimitSettings(
        Rate caller,
        Rate tokenEndpoint,
        Rate open,
        Body body,
        Body openBody,
        ImportBody importBody,
        Budget bodies,
        Budget openBodies,
        Streams streams,
        Duration behind) {

    /** So long, and all of it within that time. */
    record Body(DataSize most, Duration within) {}

    /**
     * So long, no pause in it longer than that, and after so long a time so fast on the whole.
     *
     * @param inAll how many at a time
     * @param perCaller how many of one caller
     */
    record ImportBody(
            DataSize most, Duration pause, DataSize leastPerSecond, int inAll, int perCaller) {}

    /** So much of everybody, and so much of one caller. */
    record Budget(DataSize inAll, DataSize perCaller) {}

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
