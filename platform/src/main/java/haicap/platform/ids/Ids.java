package haicap.platform.ids;

import java.security.SecureRandom;

/**
 * Identifiers that sort by the moment of their making and read well in an address: a prefix, a
 * hyphen and 26 characters of Crockford's base 32 in lower case (48 bits of milliseconds, 80 random
 * bits). Safe for all threads.
 */
public final class Ids {

    private static final char[] ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /** A new identifier such as {@code cr-01k9x3...}. */
    public static String next(String prefix) {
        var id = new char[26];
        encode(System.currentTimeMillis(), id, 0, 10);
        encode(RANDOM.nextLong() >>> 24, id, 10, 8);
        encode(RANDOM.nextLong() >>> 24, id, 18, 8);
        return prefix + "-" + new String(id);
    }

    private static void encode(long bits, char[] into, int from, int length) {
        for (int i = from + length - 1; i >= from; i--) {
            into[i] = ALPHABET[(int) (bits & 31)];
            bits >>>= 5;
        }
    }
}
