package haicap.acceptance.siege;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A connection on which is said what no client would say. */
record Wire(Socket socket) implements AutoCloseable {

    private static final int LITTLE = 4_096;
    private static final int PATIENCE_MILLIS = 30_000;

    static Wire to(URI gateway) {
        return connected(gateway, new Socket());
    }

    /** One that takes little before its other end notices that nobody reads. */
    static Wire deaf(URI gateway) {
        try {
            var socket = new Socket();
            socket.setReceiveBufferSize(LITTLE);
            return connected(gateway, socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Wire connected(URI gateway, Socket socket) {
        try {
            socket.connect(new InetSocketAddress("127.0.0.1", gateway.getPort()));
            socket.setSoTimeout(PATIENCE_MILLIS);
            return new Wire(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends as much of it as the other end takes. */
    Wire say(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
        } catch (IOException e) {
            return this; // it has been cut off, and that is right
        }
        return this;
    }

    /** The status of the next answer; 0 when the connection ended without one. */
    int status() {
        try {
            var line =
                    new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            return line.startsWith("HTTP/1.1 ") ? Integer.parseInt(line.substring(9)) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    /** Takes what has come, until the other end has closed it; how much that was. */
    long drain() {
        var taken = 0L;
        var piece = new byte[LITTLE];
        try {
            for (int read; (read = socket.getInputStream().read(piece)) >= 0; ) {
                taken += read;
            }
        } catch (IOException e) {
            return taken; // a reset ends it as well
        }
        return taken;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
