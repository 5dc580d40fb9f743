package haicap.gateway.connections;

import haicap.gateway.passing.ClientNetwork;
import haicap.gateway.problems.Problems;
import haicap.gateway.problems.Refusal;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.Channel;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

/**
 * Keeps slow, half-open, flooding and deaf connections from harming others: one too many is told so
 * and closed, and so is one whose headers do not come in time or are no HTTP; one that asks without
 * reading its answers is closed.
 */
@Component
@EnableConfigurationProperties(ConnectionSettings.class)
final class ConnectionLimits implements NettyServerCustomizer {

    private static final Duration LATER = Duration.ofSeconds(5);

    private final OpenConnections open;
    private final ConnectionSettings settings;
    private final byte[] tooMany;
    private final byte[] tooSlow;
    private final byte[] malformed;
    private final byte[] tooLarge;

    ConnectionLimits(ConnectionSettings settings, Problems problems, MeterRegistry meters) {
        this.open = new OpenConnections(settings);
        this.settings = settings;
        this.tooMany =
                problems.wholeAnswer(Refusal.unavailable("too-many-connections", Map.of(), LATER));
        this.tooSlow = problems.wholeAnswer(Refusal.of(408, "request-too-slow", Map.of()));
        this.malformed = problems.wholeAnswer(Refusal.of(400, "malformed-request", Map.of()));
        this.tooLarge = problems.wholeAnswer(Refusal.of(431, "headers-too-large", Map.of()));
        Gauge.builder("haicap.connections.open", open, OpenConnections::count)
                .description("Connections that are open")
                .register(meters);
    }

    @Override
    public HttpServer apply(HttpServer server) {
        return server.doOnChannelInit((observer, channel, remote) -> limit(channel, remote));
    }

    private void limit(Channel channel, @Nullable SocketAddress remote) {
        var address =
                remote instanceof InetSocketAddress internet
                        ? ClientNetwork.of(internet.getHostString()).name()
                        : "local";
        if (!open.admits(address)) {
            channel.pipeline().addFirst("one-too-many", new OneTooMany(tooMany));
            return;
        }
        channel.closeFuture().addListener(closed -> open.closed(address));
        var head = new HeaderTimeout(settings.headWithin(), tooSlow);
        var taken = new AnswersAreTaken(settings.takenWithin(), settings.leastTaken().toBytes());
        channel.pipeline()
                .addBefore(NettyPipeline.HttpCodec, "answers-are-taken", taken)
                .addBefore(NettyPipeline.HttpCodec, "head-begins", head.begins())
                .addAfter(
                        NettyPipeline.HttpCodec, "proper-head", new ProperHead(malformed, tooLarge))
                .addAfter(
                        NettyPipeline.HttpCodec,
                        "one-at-a-time",
                        new OneAtATime(settings.headWithin()))
                .addAfter(NettyPipeline.HttpCodec, "head-ends", head.ends());
    }
}
