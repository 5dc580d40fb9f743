package haicap.local.parts;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * The smallest request that asks a part for its health; an HTTP client would take longer to load.
 */
public final class Http {

    private static final int CONNECT_MILLIS = 300;
    private static final int ANSWER_MILLIS = 2_000;

    private Http() {}

    /** Whether a GET of this path is answered with 200. */
    public static boolean ok(int port, String path) {
        try (var socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            socket.setSoTimeout(ANSWER_MILLIS);
            var request =
                    "GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                            .formatted(path);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var answer =
                    new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.US_ASCII));
            var status = answer.readLine();
            return status != null && status.contains(" 200");
        } catch (IOException e) {
            return false;
        }
    }
}
