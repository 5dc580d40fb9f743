package haicap.acceptance.siege;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Attacks by connections that last. */
final class Connections {

    private static final String LARGE = "/docs/files/swagger-ui-bundle.js";
    private static final int AT_ONCE = 30;
    private static final long MOST_ON_ITS_WAY = 20_000_000;
    private static final long DRIP_NANOS = 1_000_000_000;

    private Connections() {}

    /** Ends when the gateway has ended it. */
    static List<String> neverRead(Ground ground) {
        var deaf = new ArrayList<Wire>();
        var request = "GET %s HTTP/1.1\r\nHost: x\r\n\r\n".formatted(LARGE);
        for (var i = 0; i < ground.of(150); i++) {
            deaf.add(ground.deaf().say(request.repeat(AT_ONCE)));
        }
        LockSupport.parkNanos(30 * DRIP_NANOS);
        var wrong = new ArrayList<String>();
        for (var wire : deaf) {
            if (wire.drain() > MOST_ON_ITS_WAY) {
                wrong.add("who did not read for long was served all the same");
            }
        }
        wrong.addAll(closed(deaf));
        return wrong;
    }

    static List<String> drip(Ground ground) {
        var dripping = new ArrayList<Wire>();
        for (var i = 0; i < 8; i++) {
            dripping.add(
                    ground.wire()
                            .say(
                                    """
                                    POST /api/v1/crime-report-imports HTTP/1.1\r
                                    Host: x\r
                                    Authorization: Bearer %s\r
                                    Idempotency-Key: drip-%d\r
                                    Content-Type: text/csv\r
                                    Content-Length: 30000\r
                                    \r
                                    """
                                            .formatted(ground.officer().token(), i)));
        }
        for (var second = 0; second < ground.of(30); second++) {
            dripping.forEach(wire -> wire.say("x"));
            LockSupport.parkNanos(DRIP_NANOS);
        }
        return closed(dripping);
    }

    static List<String> oneByteShort(Ground ground) {
        var wrong = new ArrayList<String>();
        var open = new ArrayList<Wire>();
        for (var kilobytes : new int[] {1_024, 64}) {
            var length = kilobytes * 1_024;
            for (var i = 0; i < ground.of(290); i++) {
                var head = "POST /oauth2/token HTTP/1.1\r\nHost: x\r\nContent-Length: " + length;
                open.add(ground.wire().say(head + "\r\n\r\n" + "x".repeat(length - 1)));
            }
        }
        for (var wire : open) {
            var status = wire.status();
            if (status >= 500) {
                wrong.add("a body one byte short: " + status);
            }
        }
        wrong.addAll(closed(open));
        return wrong;
    }

    private static List<String> closed(List<Wire> wires) {
        wires.forEach(Wire::close);
        return List.of();
    }
}
