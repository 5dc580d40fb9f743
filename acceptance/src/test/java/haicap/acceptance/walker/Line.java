package haicap.acceptance.walker;

import haicap.acceptance.walker.Verdict.Heard;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One connection, on which is said what no client would say, byte by byte. Nothing is sent before
 * the answer to the last is there. Not for several threads.
 */
public final class Line implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket = new Socket();
    private final InputStream in;
    private boolean open = true;

    /** To this address. */
    public Line(URI address) throws IOException {
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        socket.connect(new InetSocketAddress("127.0.0.1", address.getPort()));
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** Whether more may be asked on it. */
    public boolean isOpen() {
        return open;
    }

    /**
     * Sends a request as it stands, each character as one byte.
     *
     * @throws IOException when the line ends, or nothing comes for long, before the answer is whole
     */
    public Heard ask(Shot shot, String token) throws IOException {
        open = false; // until all has been heard
        long sent = System.nanoTime();
        socket.getOutputStream().write(said(shot, token));
        var status = line();
        var headers = headers();
        var answer =
                new Heard(
                        Integer.parseInt(status.split(" ")[1]),
                        headers,
                        body(headers, status.split(" ")[1]),
                        Duration.ofNanos(System.nanoTime() - sent));
        open =
                !headers.firstValue("Connection").orElse("").equalsIgnoreCase("close")
                        && !streams(headers);
        return answer;
    }

    private static byte[] said(Shot shot, String token) throws IOException {
        var body = shot.body() == null ? new byte[0] : shot.body();
        var head =
                new StringBuilder("%s %s HTTP/1.1\r\n".formatted(shot.method(), shot.path()))
                        .append("Host: localhost\r\n")
                        .append("Authorization: Bearer ")
                        .append(token)
                        .append("\r\n");
        shot.headers()
                .forEach(each ->
                        head.append(each.getKey())
                                .append(": ")
                                .append(each.getValue())
                                .append("\r\n"));
        if (!shot.method().equals("GET")) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        var all = new ByteArrayOutputStream();
        all.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        if (!shot.method().equals("GET")) {
            all.write(body);
        }
        return all.toByteArray();
    }

    private HttpHeaders headers() throws IOException {
        Map<String, List<String>> all = new HashMap<>();
        for (var each = line(); !each.isEmpty(); each = line()) {
            int colon = each.indexOf(':');
            all.computeIfAbsent(
                            each.substring(0, colon).toLowerCase(Locale.ROOT),
                            name -> new ArrayList<>())
                    .add(each.substring(colon + 1).strip());
        }
        return HttpHeaders.of(all, (name, value) -> true);
    }

    private byte[] body(HttpHeaders headers, String status) throws IOException {
        if (status.equals("204") || status.equals("304") || streams(headers)) {
            return new byte[0];
        }
        if (headers.firstValue("Transfer-Encoding").isPresent()) {
            return pieces();
        }
        var length = headers.firstValue("Content-Length");
        return length.isPresent() ? exactly(Integer.parseInt(length.get())) : in.readAllBytes();
    }

    private byte[] pieces() throws IOException {
        var all = new ByteArrayOutputStream();
        for (int length = size(); length > 0; length = size()) {
            all.write(exactly(length));
            line();
        }
        line();
        return all.toByteArray();
    }

    private int size() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    private byte[] exactly(int length) throws IOException {
        var bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the answer is not whole");
        }
        return bytes;
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the line ended");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).strip();
    }

    private static boolean streams(HttpHeaders headers) {
        return headers.firstValue("Content-Type").orElse("").startsWith("text/event-stream");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
