package haicap.platform.inbox;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Any bytes and any characters as a text that can be stored and shown; what is none stands escaped.
 */
public final class Legible {

    private static final int LONGEST = 4_000;

    private Legible() {}

    public static @Nullable String bytes(byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        var from = ByteBuffer.wrap(bytes);
        var decoder = StandardCharsets.UTF_8.newDecoder();
        var read = CharBuffer.allocate(bytes.length);
        var text = new StringBuilder();
        while (from.hasRemaining() || read.position() > 0) {
            var result = decoder.decode(from, read, true);
            text.append(read.flip());
            read.clear();
            if (result.isError()) {
                for (int n = 0; n < result.length(); n++) {
                    text.append(String.format(Locale.ROOT, "\\x%02x", from.get()));
                }
                decoder.reset();
            }
        }
        return characters(text.toString());
    }

    public static String characters(String text) {
        var legible = new StringBuilder();
        text.codePoints()
                .limit(LONGEST)
                .forEach(c -> {
                    if (c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                        legible.append(String.format(Locale.ROOT, "\\u%04x", c));
                    } else {
                        legible.appendCodePoint(c);
                    }
                });
        return legible.toString();
    }
}
