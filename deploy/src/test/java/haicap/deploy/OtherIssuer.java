package haicap.deploy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * Another issuer than ours, with addresses like those of a widespread one: machines ask it, and the
 * test gives out what people would get.
 */
final class OtherIssuer implements AutoCloseable {

    private static final String REALM = "/realms/haicap";
    private final HttpsServer server;
    private final RSAKey key;
    private final Map<String, String> secrets = new ConcurrentHashMap<>();
    private final Map<String, String> scopes;

    OtherIssuer(Certificates certificates, Map<String, String> scopes) throws Exception {
        this.scopes = scopes;
        this.key = new RSAKeyGenerator(2048).keyID("other").generate();
        this.server = HttpsServer.create(new InetSocketAddress("localhost", 0), 64);
        server.setHttpsConfigurator(new HttpsConfigurator(tls(certificates)));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(
                REALM + "/protocol/openid-connect/certs",
                exchange -> answer(exchange, 200, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext(REALM + "/protocol/openid-connect/token", this::machine);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    void register(String client, String secret) {
        secrets.put(client, secret);
    }

    /** A token as this issuer gives it to somebody; an officer where a number is given. */
    String token(String subject, String officer, String scope) {
        try {
            var claims =
                    new JWTClaimsSet.Builder()
                            .issuer("https://localhost:%d%s".formatted(port(), REALM))
                            .subject(subject)
                            .audience("haicap")
                            .issueTime(Date.from(Instant.now().minusSeconds(5)))
                            .expirationTime(Date.from(Instant.now().plusSeconds(1_800)))
                            .claim("client_id", subject)
                            .claim("scope", scope);
            if (!officer.isEmpty()) {
                claims.claim("officer", officer);
            }
            var token =
                    new SignedJWT(
                            new JWSHeader.Builder(JWSAlgorithm.RS256)
                                    .keyID("other")
                                    .type(JOSEObjectType.JWT)
                                    .build(),
                            claims.build());
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private void machine(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        var basic =
                exchange.getRequestHeaders().getFirst("Authorization").substring("Basic ".length());
        var client =
                new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8).split(":", 2);
        if (client[1].equals(secrets.get(client[0]))) {
            answer(
                    exchange,
                    200,
                    "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":1800}"
                            .formatted(token(client[0], "", scopes.getOrDefault(client[0], ""))));
        } else {
            answer(exchange, 401, "{\"error\":\"invalid_client\"}");
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static SSLContext tls(Certificates certificates) throws Exception {
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(
                KeyStore.getInstance(
                        certificates.store().toFile(), Certificates.PASSWORD.toCharArray()),
                Certificates.PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
