package haicap.local.postgres;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * The first message of PostgreSQL's protocol. A server that asks for a password accepts
 * connections; one that still recovers answers with an error.
 */
final class Greeting {

    private static final int PROTOCOL_3_0 = 196_608;
    private static final int TIME_LIMIT_MILLIS = 1_000;

    private Greeting() {}

    static boolean answered(int port) {
        try (var socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                    TIME_LIMIT_MILLIS);
            socket.setSoTimeout(TIME_LIMIT_MILLIS);
            socket.getOutputStream().write(message());
            return socket.getInputStream().read() == 'R';
        } catch (IOException e) {
            return false;
        }
    }

    private static byte[] message() throws IOException {
        var body =
                "user\0%s\0database\0postgres\0\0"
                        .formatted(Cluster.SUPERUSER)
                        .getBytes(StandardCharsets.US_ASCII);
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeInt(Integer.BYTES + Integer.BYTES + body.length);
        out.writeInt(PROTOCOL_3_0);
        out.write(body);
        return bytes.toByteArray();
    }
}
