package haicap.platform.writes;

import haicap.platform.events.Version;
import haicap.platform.problems.Fault;
import haicap.platform.problems.Refusal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A writing request as a controller receives it: whose it is, its idempotency key, the fingerprint
 * (SHA-256 of method, path and body) and the version that the caller saw. Controllers take it as an
 * argument and hand it to the use case.
 *
 * @param caller whose key it is
 * @param post from which the caller acts: the same key from another post is another request; empty
 *     for a system
 * @param key the {@code Idempotency-Key}
 * @param fingerprint what must be equal when the key comes again
 * @param subject id of the thing that the address names, if it names one
 * @param ifMatch the versions in the {@code If-Match} header
 * @param language of a refusal that is stored
 * @param warnings what the answer of a success warns of: it looks like a personal number
 */
public record WriteRequest(
        String caller,
        String post,
        String key,
        byte[] fingerprint,
        @Nullable String subject,
        @Nullable EntityTags ifMatch,
        Locale language,
        List<Fault> warnings) {

    /**
     * Refuses with 428 without {@code If-Match}, with 412 unless it names the present version or
     * any.
     */
    public void requireMatch(Version present) {
        if (ifMatch == null) {
            throw Refusal.matchRequired();
        }
        if (!ifMatch.match(present.etag())) {
            throw Refusal.stale(ifMatch.toString(), present.etag());
        }
    }
}
