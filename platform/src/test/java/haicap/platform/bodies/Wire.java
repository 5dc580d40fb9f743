package haicap.platform.bodies;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Collectors;

/** A request whose body comes as slowly as one likes. */
final class Wire implements AutoCloseable {

    private final Socket socket;
    private final OutputStream out;
    private final BufferedReader in;

    Wire(int port, String path, String token, String type, int length) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setTcpNoDelay(true);
        out = socket.getOutputStream();
        in =
                new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        out.write(
                """
                POST %s HTTP/1.1\r
                Host: test\r
                Authorization: Bearer %s\r
                Content-Type: %s\r
                Idempotency-Key: %s\r
                Accept-Language: en\r
                Connection: close\r
                Content-Length: %d\r
                \r
                """
                        .formatted(path, token, type, UUID.randomUUID(), length)
                        .getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    void send(int bytes) throws IOException {
        out.write("x".repeat(bytes).getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** The other side may answer, and close, in the midst of it. */
    void sendWhileOpen(int bytes) {
        try {
            for (int sent = 0; sent < bytes && isSilent(); sent += 10_000) {
                send(10_000);
            }
        } catch (IOException closed) {
            // it has answered
        }
    }

    boolean isSilent() throws IOException {
        return socket.getInputStream().available() == 0;
    }

    /** Waits for an answer, but not for long. */
    boolean isSilentForAMoment() throws IOException {
        socket.setSoTimeout(100);
        try {
            in.mark(1);
            in.read();
            in.reset();
            return false;
        } catch (SocketTimeoutException silent) {
            return true;
        } finally {
            socket.setSoTimeout(0);
        }
    }

    int status() throws IOException {
        return Integer.parseInt(in.readLine().split(" ")[1]);
    }

    /** Headers and body of the answer, as far as they come. */
    String rest() {
        return in.lines().collect(Collectors.joining("\n"));
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
