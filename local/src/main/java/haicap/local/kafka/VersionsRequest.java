package haicap.local.kafka;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * Kafka's ApiVersions request, version 0, by hand: a broker answers it only once it serves clients,
 * and the real client takes longer to load than the broker to answer.
 */
final class VersionsRequest {

    private static final short API_VERSIONS = 18;
    private static final short VERSION = 0;
    private static final int CORRELATION = 1;
    private static final short NO_CLIENT_ID = -1;
    private static final int TIME_LIMIT_MILLIS = 1_000;

    private VersionsRequest() {}

    static boolean answered(int port) {
        try (var socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                    TIME_LIMIT_MILLIS);
            socket.setSoTimeout(TIME_LIMIT_MILLIS);
            socket.getOutputStream().write(message());
            var in = new DataInputStream(socket.getInputStream());
            in.readInt();
            return in.readInt() == CORRELATION && in.readShort() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static byte[] message() throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeInt(Short.BYTES + Short.BYTES + Integer.BYTES + Short.BYTES);
        out.writeShort(API_VERSIONS);
        out.writeShort(VERSION);
        out.writeInt(CORRELATION);
        out.writeShort(NO_CLIENT_ID);
        return bytes.toByteArray();
    }
}
