package haicap.gateway;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A connection on which a test says what no client would. */
record Wire(Socket socket) implements AutoCloseable {

    private static final int SMALL = 4096;

    static Wire to(City city) throws IOException {
        return to(city, new Socket());
    }

    /** One that takes little before its other end notices. */
    static Wire deaf(City city) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(SMALL);
        return to(city, socket);
    }

    private static Wire to(City city, Socket socket) throws IOException {
        socket.connect(new InetSocketAddress("127.0.0.1", city.port()));
        socket.setSoTimeout(10_000);
        return new Wire(socket);
    }

    /** What one request, after which the connection is to be closed, is answered. */
    static String answer(City city, String request) throws IOException {
        try (var wire = to(city)) {
            wire.say(request);
            return wire.rest();
        }
    }

    Wire say(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        return this;
    }

    String read(int bytes) throws IOException {
        return new String(socket.getInputStream().readNBytes(bytes), StandardCharsets.UTF_8);
    }

    String rest() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
