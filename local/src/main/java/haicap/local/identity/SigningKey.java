package haicap.local.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import haicap.local.parts.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.UUID;

/**
 * The key that signs tokens. It survives restarts, so that a token does too, unless it has no
 * folder to write into.
 */
final class SigningKey {

    private static final int BITS = 2048;

    private SigningKey() {}

    static JWKSet in(Path folder) throws IOException, JOSEException, ParseException {
        var file = folder.resolve("identity-key.json");
        if (Files.exists(file)) {
            return new JWKSet(RSAKey.parse(Files.readString(file)));
        }
        var key = drawn();
        if (Files.isWritable(folder)) {
            Secrets.keep(file, key.toJSONString());
        }
        return new JWKSet(key);
    }

    private static RSAKey drawn() throws JOSEException {
        return new RSAKeyGenerator(BITS)
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.RS256)
                .keyID(UUID.randomUUID().toString())
                .generate();
    }
}
