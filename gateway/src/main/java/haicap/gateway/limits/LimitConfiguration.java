package haicap.gateway.limits;

import com.github.benmanes.caffeine.cache.Caffeine;
import haicap.gateway.passing.Callers;
import io.github.bucket4j.caffeine.Bucket4jCaffeine;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.cloud.gateway.filter.ratelimit.Bucket4jRateLimiter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

@Configuration(proxyBeanMethods = false)
class LimitConfiguration {

    private static final String CALLER = "caller";
    private static final String ADDRESS = "address";
    private static final Duration FORGOTTEN_AFTER = Duration.ofSeconds(30);

    @Bean
    Limits limits(
            Bucket4jRateLimiter limiter,
            LimitSettings settings,
            Callers callers,
            MeterRegistry metrics) {
        limiter.getConfig().put(CALLER, bucket(settings.caller()));
        limiter.getConfig().put(ADDRESS, bucket(settings.tokenEndpoint()));
        limiter.getConfig().put(OpenDoors.LIMIT, bucket(settings.open()));
        var budget = new BodyBudget(settings.bodies(), "haicap.gateway.bodies", metrics);
        var openBudget =
                new BodyBudget(settings.openBodies(), "haicap.gateway.bodies.open", metrics);
        return new Limits(
                new RateLimit(limiter, CALLER, callers::nameOf),
                new RateLimit(
                        limiter,
                        ADDRESS,
                        exchange -> Mono.fromSupplier(() -> callers.networkOf(exchange))),
                new StreamLimit(settings.streams()),
                new WholeBody(settings.body(), budget, callers),
                new WholeBody(settings.openBody(), openBudget, callers),
                new FileBody(settings.importBody(), callers));
    }

    @Bean
    AsyncProxyManager<String> buckets() {
        return Bucket4jCaffeine.<String>builderFor(Caffeine.newBuilder().maximumSize(100_000))
                .expirationAfterWrite(
                        ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(
                                FORGOTTEN_AFTER))
                .build()
                .asAsync();
    }

    private static Bucket4jRateLimiter.Config bucket(LimitSettings.Rate rate) {
        return new Bucket4jRateLimiter.Config()
                .setCapacity(rate.burst())
                .setRefillTokens((long) rate.perSecond())
                .setRefillPeriod(Duration.ofSeconds(1));
    }
}
