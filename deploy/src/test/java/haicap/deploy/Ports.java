package haicap.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Free ports below those that the kernel takes for outgoing connections. */
final class Ports {

    private Ports() {}

    static int free() {
        while (true) {
            var port = ThreadLocalRandom.current().nextInt(10_240, 32_000);
            try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (java.net.BindException taken) {
                // another
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
