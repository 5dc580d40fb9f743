package haicap.gateway.problems;

import haicap.gateway.passing.Trace;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.Map;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

/**
 * Requests that cannot be parsed are refused by the server below us, without a body, before any
 * filter sees them. Their answers get their body here, on the way out.
 */
@Component
final class BareRefusals implements NettyServerCustomizer {

    private static final Map<HttpResponseStatus, String> CODES =
            Map.of(
                    HttpResponseStatus.BAD_REQUEST, "malformed-request",
                    HttpResponseStatus.REQUEST_URI_TOO_LONG, "path-too-long",
                    HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, "headers-too-large");

    private final Described described;

    BareRefusals(Problems problems) {
        this.described = new Described(problems);
    }

    @Override
    public HttpServer apply(HttpServer server) {
        return server.doOnChannelInit((observer, channel, remote) ->
                channel.pipeline().addAfter(NettyPipeline.HttpCodec, "bare-refusals", described));
    }

    @Sharable
    private static final class Described extends ChannelOutboundHandlerAdapter {

        private final Problems problems;

        Described(Problems problems) {
            this.problems = problems;
        }

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
            context.write(
                    message instanceof FullHttpResponse response && isBare(response)
                            ? describe(response)
                            : message,
                    promise);
        }

        private static boolean isBare(FullHttpResponse response) {
            return CODES.containsKey(response.status())
                    && !response.content().isReadable()
                    && !response.headers().contains(HttpHeaderNames.CONTENT_TYPE);
        }

        private FullHttpResponse describe(FullHttpResponse bare) {
            var code = CODES.getOrDefault(bare.status(), "malformed-request");
            var refusal = Refusal.of(bare.status().code(), code, Map.of());
            var body = problems.describe(refusal, ProblemTexts.preferred(null), Trace.begun());
            bare.release();
            var response =
                    new DefaultFullHttpResponse(
                            bare.protocolVersion(), bare.status(), Unpooled.wrappedBuffer(body));
            response.headers()
                    .set(bare.headers())
                    .set(HttpHeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE)
                    .set(Problems.NOSNIFF, "nosniff")
                    .set(HttpHeaderNames.CONTENT_LENGTH, body.length);
            return response;
        }
    }
}
