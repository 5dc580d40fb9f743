package haicap.acceptance;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import haicap.acceptance.system.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tokens that differ from a good one in what the table of {@code docs/access.md} says. */
final class SignedTokens {

    /**
     * A row of the table.
     *
     * @param differences such as {@code aud=other} or {@code -exp}
     */
    record Row(List<String> differences, boolean isGood) {

        static List<Row> read() {
            try (var lines = Files.lines(Checkout.here().root().resolve("docs/access.md"))) {
                return lines.dropWhile(line -> !line.startsWith("| differs by |"))
                        .skip(2)
                        .takeWhile(line -> line.startsWith("| "))
                        .map(Row::of)
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Row of(String line) {
            var cells = line.split("\\|");
            var code = cells[1].strip();
            return new Row(
                    code.startsWith("`") ? List.of(code.replace("`", "").split(" ")) : List.of(),
                    cells[2].strip().equals("✓"));
        }
    }

    private final RSAKey key;
    private final String issuer;

    SignedTokens(RSAKey key, String issuer) {
        this.key = key;
        this.issuer = issuer;
    }

    String of(Row row) {
        var all = new HashMap<String, String>(good());
        for (var difference : row.differences()) {
            var parts = difference.split("=", 2);
            if (difference.startsWith("-")) {
                all.remove(difference.substring(1));
            } else {
                all.put(parts[0], parts[1]);
            }
        }
        return signed(all);
    }

    private Map<String, String> good() {
        return Map.ofEntries(
                Map.entry("typ", "at+jwt"),
                Map.entry("alg", "RS256"),
                Map.entry("kid", key.getKeyID()),
                Map.entry("key", "issuer"),
                Map.entry("iss", issuer),
                Map.entry("aud", "haicap"),
                Map.entry("sub", "director"),
                Map.entry("client_id", "director"),
                Map.entry("scope", ""),
                Map.entry("exp", "300s"),
                Map.entry("officer", "HN-100001"));
    }

    private String signed(Map<String, String> all) {
        var claims =
                new JWTClaimsSet.Builder()
                        .issueTime(Date.from(Instant.now().minusSeconds(300)))
                        .jwtID(UUID.randomUUID().toString());
        all.forEach((name, value) -> claim(claims, name, value));
        if ("none".equals(all.get("alg"))) {
            return new PlainJWT(claims.build()).serialize();
        }
        try {
            var token = new SignedJWT(header(all), claims.build());
            token.sign(signer(all));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void claim(JWTClaimsSet.Builder claims, String name, String value) {
        switch (name) {
            case "typ", "alg", "kid", "key" -> {}
            case "aud" -> claims.audience(Arrays.asList(value.split(",")));
            case "exp", "nbf" -> claims.claim(name, Date.from(Instant.now().plus(span(value))));
            case "system" -> claims.claim(name, Boolean.valueOf(value));
            default -> claims.claim(name, value);
        }
    }

    private static Duration span(String seconds) {
        return Duration.ofSeconds(Long.parseLong(seconds.replace("s", "")));
    }

    private static JWSHeader header(Map<String, String> all) {
        return new JWSHeader.Builder(JWSAlgorithm.parse(all.get("alg")))
                .type(kind(all.get("typ")))
                .keyID(all.get("kid"))
                .build();
    }

    private static @Nullable JOSEObjectType kind(@Nullable String name) {
        return name == null ? null : new JOSEObjectType(name);
    }

    private JWSSigner signer(Map<String, String> all) throws JOSEException {
        if ("HS256".equals(all.get("alg"))) {
            // the public key taken for a shared secret
            return new MACSigner(key.toRSAPublicKey().getEncoded());
        }
        return new RSASSASigner(
                "issuer".equals(all.get("key")) ? key : new RSAKeyGenerator(2048).generate());
    }
}
