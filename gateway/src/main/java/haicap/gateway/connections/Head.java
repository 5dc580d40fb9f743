package haicap.gateway.connections;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import java.util.BitSet;
import java.util.regex.Pattern;

/**
 * The head of a request, held against RFC 9112 and 3986: what the parser below is lenient about,
 * and what every reader of the address behind us may rely on.
 */
record Head(HttpRequest request) {

    private static final String UNRESERVED =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    private static final BitSet IN_AUTHORITY = bits(UNRESERVED + ":[]");
    private static final BitSet IN_TARGET = bits(UNRESERVED + "!$&'()*+,;=:@/?");
    private static final Pattern AUTHORITY =
            Pattern.compile("([^:\\[\\]]++|\\[[0-9A-Fa-f:.]++\\])(:[0-9]{1,5})?");
    private static final Pattern SCHEME = Pattern.compile("https?://", Pattern.CASE_INSENSITIVE);
    private static final int MOST_HEADERS = 80;
    private static final int HIGHEST_PORT = 65_535;

    /** The containers of the services take a hundred, with what we add. */
    boolean hasTooManyHeaders() {
        return request.headers().size() > MOST_HEADERS;
    }

    boolean isProper() {
        return isVersionKnown() && isTargetProper() && isHostProper() && isFramingPlain();
    }

    private boolean isVersionKnown() {
        return request.protocolVersion().equals(HttpVersion.HTTP_1_1)
                || request.protocolVersion().equals(HttpVersion.HTTP_1_0);
    }

    private boolean isTargetProper() {
        var target = request.uri();
        var scheme = SCHEME.matcher(target);
        if (!scheme.lookingAt()) {
            return target.equals("*") || target.startsWith("/") && isOfAddresses(target);
        }
        var rest = target.substring(scheme.end());
        var path = rest.indexOf('/');
        return path > 0 && isAuthority(rest.substring(0, path)) && isOfAddresses(rest);
    }

    /** Of {@code host/path?query}, or of the path and query alone. */
    private static boolean isOfAddresses(String text) {
        for (var at = text.indexOf('/'); at < text.length(); at++) {
            if (text.charAt(at) == '%' ? !isEscape(text, at) : !IN_TARGET.get(text.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isEscape(String text, int at) {
        return at + 2 < text.length()
                && Character.digit(text.charAt(at + 1), 16) >= 0
                && Character.digit(text.charAt(at + 2), 16) >= 0;
    }

    private boolean isHostProper() {
        var hosts = request.headers().getAll(HttpHeaderNames.HOST);
        return hosts.size() == 1
                ? isAuthority(hosts.getFirst())
                : hosts.isEmpty() && request.protocolVersion().equals(HttpVersion.HTTP_1_0);
    }

    private static boolean isAuthority(String text) {
        var parts = AUTHORITY.matcher(text);
        return text.chars().allMatch(IN_AUTHORITY::get)
                && parts.matches()
                && (parts.group(2) == null
                        || Integer.parseInt(parts.group(2).substring(1)) <= HIGHEST_PORT);
    }

    /** We pass bodies on in chunks or whole, and take no other coding off them. */
    private boolean isFramingPlain() {
        var codings = request.headers().getAll(HttpHeaderNames.TRANSFER_ENCODING);
        return codings.isEmpty()
                || codings.size() == 1
                        && HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(codings.getFirst());
    }

    private static BitSet bits(String characters) {
        var bits = new BitSet();
        characters.chars().forEach(bits::set);
        return bits;
    }
}
