package haicap.platform.bodies;

import haicap.platform.problems.Refusal;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.WebUtils;

/**
 * What a writing request sends. It is read as a whole when somebody asks for it first, in memory or
 * on disk, as often as anybody likes; its fingerprint (SHA-256 of method, address and bytes) is
 * taken in passing. For the thread of the request.
 */
public final class IncomingBody extends HttpServletRequestWrapper implements AutoCloseable {

    private static final String IMPORTS = "imports";

    private final HttpServletResponse response;
    private final MessageDigest digest = sha256();
    private final Arriving arriving;
    private byte @Nullable [] fingerprint;

    IncomingBody(
            HttpServletRequest request,
            HttpServletResponse response,
            BodySettings settings,
            BodyBudget budget) {
        super(request);
        this.response = response;
        var limit =
                request.getRequestURI().endsWith(IMPORTS)
                        ? settings.importLimit()
                        : settings.limit();
        var caller = request.getUserPrincipal();
        this.arriving =
                new Arriving(
                        settings,
                        budget,
                        caller == null ? request.getRemoteAddr() : caller.getName(),
                        limit.toBytes(),
                        digest);
    }

    /** The body of a writing request. */
    public static IncomingBody of(HttpServletRequest request) {
        return Objects.requireNonNull(
                WebUtils.getNativeRequest(request, IncomingBody.class), "not a writing request");
    }

    /**
     * The fingerprint of the request.
     *
     * @throws Refusal when the body is too large, too slow, or one too many
     */
    public byte[] fingerprint() {
        try {
            read();
        } catch (IOException broken) {
            throw Refusal.malformed("", "body-unreadable", java.util.Map.of());
        }
        return Objects.requireNonNull(fingerprint).clone();
    }

    /** The bytes, from the beginning. */
    public InputStream bytes() throws IOException {
        read();
        return arriving.open();
    }

    private void read() throws IOException {
        if (fingerprint != null) {
            return;
        }
        var address = getMethod() + " " + getRequestURI() + "?" + getQueryString() + "\n";
        digest.update(address.getBytes(StandardCharsets.UTF_8));
        try {
            arriving.read(super.getInputStream(), getContentLengthLong());
        } catch (Refusal refused) {
            // what is still to come is not waited for
            response.setHeader("Connection", "close");
            throw refused;
        }
        fingerprint = digest.digest();
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return new Replayed(bytes());
    }

    @Override
    public void close() throws IOException {
        arriving.close();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Replayed extends ServletInputStream {

        private final InputStream bytes;
        private boolean finished;

        Replayed(InputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() throws IOException {
            int read = bytes.read();
            finished = read < 0;
            return read;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = bytes.read(into, from, length);
            finished = read < 0;
            return read;
        }

        @Override
        public void close() throws IOException {
            bytes.close();
        }

        @Override
        public boolean isFinished() {
            return finished;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("the body is already here");
        }
    }
}
