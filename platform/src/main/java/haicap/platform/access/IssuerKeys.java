package haicap.platform.access;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.URL;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The issuer's public keys. Kept for as long as the issuer is away, so that its outage stops nobody
 * who holds a token; looked up again when they have grown old. A token whose key is not among them
 * has them looked up at once, but seldom, whoever sends how many of those: one request looks, no
 * other waits for it. Safe for all threads.
 */
final class IssuerKeys implements JWKSource<SecurityContext> {

    /** Between two looks, however they end. */
    static final Duration SELDOM = Duration.ofSeconds(2);

    private static final Logger log = LoggerFactory.getLogger(IssuerKeys.class);
    private static final Duration OLD = Duration.ofMinutes(5);
    private static final Duration FIRST_LOOK = Duration.ofSeconds(4);

    private record Known(JWKSet keys, Instant at) {}

    private static final Known NONE = new Known(new JWKSet(), Instant.EPOCH);

    private final URL address;
    private final ResourceRetriever web;
    private final ReentrantLock looking = new ReentrantLock();
    private volatile Known known = NONE;
    private volatile Instant triedAt = Instant.EPOCH;

    IssuerKeys(URL address, ResourceRetriever web) {
        this.address = address;
        this.web = web;
    }

    /**
     * The keys that fit.
     *
     * @throws KeySourceException when none fits and the issuer cannot be asked
     */
    @Override
    public List<JWK> get(JWKSelector wanted, @Nullable SecurityContext context)
            throws KeySourceException {
        var before = known;
        var found = wanted.select(before.keys);
        if (found.isEmpty()) {
            look(before == NONE ? FIRST_LOOK : Duration.ZERO);
            return selectAnew(wanted);
        }
        if (mayLook() && before.at.isBefore(Instant.now().minus(OLD))) {
            Thread.ofVirtual().name("issuer-keys").start(() -> look(Duration.ZERO));
        }
        return found;
    }

    private List<JWK> selectAnew(JWKSelector wanted) throws KeySourceException {
        var now = known;
        if (now.at.isBefore(triedAt)) {
            throw new RemoteKeySourceException("the issuer does not show its keys", null);
        }
        return wanted.select(now.keys);
    }

    private boolean mayLook() {
        return triedAt.isBefore(Instant.now().minus(SELDOM));
    }

    /** Looks unless that was done just now; waits for another who looks, if at all, so long. */
    private void look(Duration patience) {
        boolean mine = false;
        try {
            mine = looking.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (mine && mayLook()) {
                triedAt = Instant.now();
                var keys = JWKSet.parse(web.retrieveResource(address).getContent());
                known = new Known(keys, triedAt);
            }
        } catch (IOException | ParseException e) {
            log.warn("the issuer's keys cannot be had: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (mine) {
                looking.unlock();
            }
        }
    }
}
