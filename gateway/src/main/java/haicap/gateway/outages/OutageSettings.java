package haicap.gateway.outages;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How much a part is asked at once, how long it may take, and when it is left alone.
 *
 * @param readLimit time for an answer to a question
 * @param writeLimit time for an answer to an order; longer, as the order may have been carried out
 * @param patientLimit time for imports and recounts
 * @param headLimit time for a stream to begin; it has no other
 * @param atOnce calls of one route that an instance is given at a time; more would only wait in it,
 *     with a connection to its database or for one, and one that has just started would never catch
 *     up
 * @param waiting calls that wait for their turn; what comes beyond is refused at once
 * @param patience how long a call waits for its turn
 * @param failureRate percentage of failed calls, among the latest, that opens the breaker
 * @param window how many calls are the latest
 * @param fewest calls before any judgement
 * @param rest how long an open breaker lets the part alone
 */
@ConfigurationProperties("haicap.outages")
record OutageSettings(
        Duration readLimit,
        Duration writeLimit,
        Duration patientLimit,
        Duration headLimit,
        int atOnce,
        int waiting,
        Duration patience,
        int failureRate,
        int window,
        int fewest,
        Duration rest) {}
