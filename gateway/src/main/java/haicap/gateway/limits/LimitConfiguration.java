package haicap.gateway.limits;

import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.caffeine.Bucket4jCaffeine;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import java.net.InetSocketAddress;
import java.security.Principal;
import java.time.Duration;
import org.springframework.cloud.gateway.filter.ratelimit.Bucket4jRateLimiter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

@Configuration(proxyBeanMethods = false)
class LimitConfiguration {

    private static final String CALLER = "caller";
    private static final String ADDRESS = "address";
    private static final Duration FORGOTTEN_AFTER = Duration.ofSeconds(30);

    @Bean
    Limits limits(Bucket4jRateLimiter limiter, LimitSettings settings) {
        limiter.getConfig().put(CALLER, bucket(settings.caller()));
        limiter.getConfig().put(ADDRESS, bucket(settings.tokenEndpoint()));
        return new Limits(
                new RateLimit(limiter, CALLER, LimitConfiguration::caller),
                new RateLimit(limiter, ADDRESS, LimitConfiguration::address),
                new StreamLimit(settings.streams()),
                new WholeBody(settings.body()),
                new PassingBody(settings.importBody()));
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

    private static Mono<String> caller(ServerWebExchange exchange) {
        return exchange.getPrincipal().map(Principal::getName);
    }

    private static Mono<String> address(ServerWebExchange exchange) {
        return Mono.justOrEmpty(exchange.getRequest().getRemoteAddress())
                .map(InetSocketAddress::getHostString);
    }
}
