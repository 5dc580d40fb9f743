package haicap.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;

/**
 * A line to the gateway on which requests arrive and answers get lost: at the first byte of an
 * answer the caller's connection breaks.
 */
final class LossyLine implements AutoCloseable {

    private final ServerSocket door = open();
    private final URI gateway;

    LossyLine(URI gateway) {
        this.gateway = gateway;
        Thread.startVirtualThread(this::serve);
    }

    URI address() {
        return URI.create("http://localhost:" + door.getLocalPort());
    }

    private void serve() {
        while (!door.isClosed()) {
            try (var caller = door.accept();
                    var server = new Socket(gateway.getHost(), gateway.getPort())) {
                Thread.startVirtualThread(() -> pass(caller, server));
                server.getInputStream().read();
            } catch (IOException e) {
                // the next caller fares no better
            }
        }
    }

    private static void pass(Socket caller, Socket server) {
        try {
            caller.getInputStream().transferTo(server.getOutputStream());
        } catch (IOException e) {
            // it was cut, as it should be
        }
    }

    private static ServerSocket open() {
        try {
            return new ServerSocket(0, 10, InetAddress.getByName("localhost"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
