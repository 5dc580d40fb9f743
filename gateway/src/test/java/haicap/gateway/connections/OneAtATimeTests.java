package haicap.gateway.connections;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OneAtATimeTests {

    private static final int LARGE = 9_000;

    private final EmbeddedChannel connection =
            new EmbeddedChannel(new OneAtATime(Duration.ofSeconds(1)));

    /** Two thousand connections of one stranger with a few such heads each are all the memory. */
    @Test
    void fewerOfTheLargestHeadsMayWaitThanOfSmallOnes() {
        connection.writeInbound(head(10), head(LARGE));
        assertThat(connection.isOpen()).isTrue();

        connection.writeInbound(head(LARGE));

        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void whatHasHadItsTurnWaitsNoMore() {
        connection.writeInbound(head(10));
        for (var more = 0; more < 5; more++) {
            connection.writeInbound(head(LARGE));
            answer();
        }
        assertThat(connection.isOpen()).isTrue();
        assertThat(connection.inboundMessages()).hasSize(6);
    }

    /** As a caller sends who has read the answer before the gateway knows that it is written. */
    @Test
    void aBodyThatFollowsAtOnceWaitsForItsTurn() {
        connection.writeInbound(head(10));
        connection.writeInbound(new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/"));
        for (var chunk = 0; chunk < 8; chunk++) {
            connection.writeInbound(
                    new DefaultHttpContent(Unpooled.wrappedBuffer(new byte[8 * 1024])));
        }
        assertThat(connection.isOpen()).isTrue();

        answer();

        assertThat(connection.inboundMessages()).hasSize(10);
    }

    private void answer() {
        connection.writeOutbound(
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK));
        connection.runPendingTasks();
    }

    private static HttpRequest head(int bytes) {
        var head = new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/");
        head.headers().set("X-Much", "x".repeat(bytes));
        return head;
    }
}
