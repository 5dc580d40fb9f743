package haicap.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Resource;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IssuerKeysTest {

    private final RSAKey key = new RSAKeyGenerator(2048).keyID("known").generate();
    private final AtomicInteger looks = new AtomicInteger();
    private final CountDownLatch hung = new CountDownLatch(1);
    private volatile boolean dead;
    private volatile boolean hangs;
    private final IssuerKeys keys =
            new IssuerKeys(URI.create("http://issuer/keys").toURL(), this::look);

    IssuerKeysTest() throws Exception {}

    private Resource look(URL address) throws IOException {
        looks.incrementAndGet();
        if (hangs) {
            try {
                hung.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        if (dead) {
            throw new IOException("dead");
        }
        return new Resource(new JWKSet(key).toString(), "application/json");
    }

    @Test
    void manyUnknownKeysHaveTheIssuerAskedOnce() throws Exception {
        assertThat(keys.get(named("known"), null)).hasSize(1);

        for (int i = 0; i < 1_000; i++) {
            assertThat(keys.get(named("unknown-" + i), null)).isEmpty();
        }

        assertThat(looks).hasValueLessThan(5);
    }

    @Test
    void whoComesAtTheVeryFirstWaitsForTheKeys() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var found =
                    IntStream.range(0, 20)
                            .mapToObj(i -> threads.submit(() -> keys.get(named("known"), null)))
                            .toList();
            for (var one : found) {
                assertThat(one.get()).hasSize(1);
            }
        }
        assertThat(looks).hasValue(1);
    }

    @Test
    void aHungIssuerHoldsNobodyButWhoAskedIt() throws Exception {
        assertThat(keys.get(named("known"), null)).hasSize(1);
        hangs = true;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            await().until(() -> {
                threads.submit(() -> keys.get(named("unknown"), null));
                return looks.get() == 2;
            });

            assertThat(keys.get(named("known"), null)).hasSize(1);
            assertThatThrownBy(() -> keys.get(named("unknown"), null))
                    .isInstanceOf(RemoteKeySourceException.class);
            hung.countDown();
        }
    }

    @Test
    void aDeadIssuerIsNotTakenForAnUnknownKey() {
        dead = true;

        assertThatThrownBy(() -> keys.get(named("known"), null))
                .isInstanceOf(RemoteKeySourceException.class);
    }

    private static JWKSelector named(String id) {
        return new JWKSelector(new JWKMatcher.Builder().keyID(id).build());
    }
}
