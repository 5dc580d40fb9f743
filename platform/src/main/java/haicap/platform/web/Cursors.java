package haicap.platform.web;

import haicap.platform.problems.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Opaque places in a list: the key of the last item, sealed so that a forged one is refused, and
 * one that was made for another list, order or filter, too. All replicas of a service seal alike.
 */
@Component
public class Cursors {

    private static final int SEAL_BYTES = 12;
    private static final String SEPARATOR = "\u001f";

    private final SecretKeySpec secret;

    Cursors(
            @Value("${haicap.service}") String service,
            @Value("${haicap.peers.client-secret}") String clientSecret) {
        this.secret =
                new SecretKeySpec(
                        ("cursor:" + service + ":" + clientSecret).getBytes(StandardCharsets.UTF_8),
                        "HmacSHA256");
    }

    /** A cursor that stands behind the item with this key, in the list that is being answered. */
    public String seal(String... key) {
        var text = String.join(SEPARATOR, key).getBytes(StandardCharsets.UTF_8);
        var sealed = Arrays.copyOf(sign(text), SEAL_BYTES + text.length);
        System.arraycopy(text, 0, sealed, SEAL_BYTES, text.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /**
     * The key that was sealed.
     *
     * @param parts how many parts the key has
     * @throws Refusal 400 when the cursor was not made here, or for another list
     */
    public List<String> open(String cursor, int parts) {
        try {
            var sealed = Base64.getUrlDecoder().decode(cursor);
            if (sealed.length > SEAL_BYTES) {
                var text = Arrays.copyOfRange(sealed, SEAL_BYTES, sealed.length);
                var key = List.of(new String(text, StandardCharsets.UTF_8).split(SEPARATOR, -1));
                var seal = Arrays.copyOf(sealed, SEAL_BYTES);
                if (key.size() == parts && MessageDigest.isEqual(seal, sign(text))) {
                    return key;
                }
            }
        } catch (IllegalArgumentException e) {
            // not even base64: refused below
        }
        throw Refusal.malformed("cursor", "cursor-forged", Map.of());
    }

    private byte[] sign(byte[] text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            mac.update(AskedList.current().getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(mac.doFinal(text), SEAL_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
