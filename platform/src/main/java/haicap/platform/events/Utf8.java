package haicap.platform.events;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Bytes that must be a text. */
final class Utf8 {

    private Utf8() {}

    /**
     * Reads them.
     *
     * @throws IllegalArgumentException when they are none, or one that no table can hold
     */
    static String text(String what, byte @Nullable [] bytes) {
        if (bytes == null) {
            throw new IllegalArgumentException("no " + what);
        }
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            if (Storable.isText(text.toString())) {
                return text.toString();
            }
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(what + " is no text", e);
        }
        throw new IllegalArgumentException(what + " is no text that can be stored");
    }
}
