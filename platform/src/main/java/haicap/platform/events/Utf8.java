package haicap.platform.events;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Bytes that must be a text. */
final class Utf8 {

    /** Stands for what is none; seldom enough for itself. */
    private static final char REPLACED = '\ufffd';

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
        var text = new String(bytes, StandardCharsets.UTF_8);
        if (!Storable.isText(text) || text.indexOf(REPLACED) >= 0 && !isText(bytes)) {
            throw new IllegalArgumentException(what + " is no text that can be stored");
        }
        return text;
    }

    private static boolean isText(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
