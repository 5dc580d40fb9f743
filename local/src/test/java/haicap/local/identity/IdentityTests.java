package haicap.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import haicap.local.parts.Home;
import haicap.local.parts.Part;
import haicap.local.parts.Secrets;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class IdentityTests {

    private static final String CLIENTS =
            """
            client_id,kind,service_number,scopes
            officer-00004,OFFICER,HN-104004,
            auditor,SYSTEM,,audit
            integration,SYSTEM,,units.read feed.city
            """;
    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir private static Path folder;

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort private int port;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) throws IOException {
        var home = new Home(folder);
        var secrets = new Secrets(home);
        Part.services().forEach(part -> secrets.of("service-" + part));
        var clients = Files.writeString(folder.resolve("demo-clients.csv"), CLIENTS);
        registry.add("haicap.identity.issuer", () -> "http://localhost:8080");
        registry.add("haicap.identity.clients", clients::toString);
        registry.add("haicap.identity.secrets", home.secrets()::toString);
    }

    @Test
    void tokenOfAnOfficerNamesTheServiceNumber() throws Exception {
        var answer = ask("client_id=officer-00004&client_secret=local-demo");
        var claims = claims(answer);

        assertThat(answer.path("expires_in").asInt()).isBetween(3_590, 3_600);
        assertThat(claims.getSubject()).isEqualTo("officer-00004");
        assertThat(claims.getStringClaim("officer")).isEqualTo("HN-104004");
        assertThat(claims.getIssuer()).isEqualTo("http://localhost:8080");
        assertThat(claims.getStringClaim("scope")).isEmpty();
    }

    @Test
    void tokenOfASystemNamesItsScopesAndNoOfficer() throws Exception {
        var claims = claims(ask("client_id=integration&client_secret=local-demo"));

        assertThat(claims.getStringClaim("scope").split(" "))
                .containsExactlyInAnyOrder("units.read", "feed.city");
        assertThat(claims.getClaim("officer")).isNull();
    }

    @Test
    void oneScopeAloneCanBeAskedFor() throws Exception {
        var claims = claims(ask("client_id=integration&client_secret=local-demo&scope=feed.city"));

        assertThat(claims.getStringClaim("scope")).isEqualTo("feed.city");
    }

    @Test
    void refusesAScopeThatTheClientDoesNotHave() throws Exception {
        assertThat(
                        post("client_id=auditor&client_secret=local-demo&scope=operations", null)
                                .statusCode())
                .isEqualTo(400);
    }

    @Test
    void servicesHaveSecretsOfTheirOwn() throws Exception {
        var secret = Files.readString(folder.resolve("secrets/service-case"));
        var basic =
                Base64.getEncoder()
                        .encodeToString(
                                ("service-case:" + secret).getBytes(StandardCharsets.US_ASCII));

        assertThat(post("", "Basic " + basic).statusCode()).isEqualTo(200);
        assertThat(post("client_id=service-case&client_secret=local-demo", null).statusCode())
                .isEqualTo(401);
    }

    @Test
    void refusesAWrongSecret() throws Exception {
        assertThat(post("client_id=auditor&client_secret=guess", null).statusCode()).isEqualTo(401);
    }

    @Test
    void servesNothingElse() throws Exception {
        assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        for (var path :
                List.of(
                        "/actuator/env",
                        "/elsewhere",
                        "/.well-known/x",
                        "/userinfo",
                        "/connect/logout",
                        "/oauth2/introspect",
                        "/oauth2/revoke",
                        "/oauth2/device_authorization")) {
            problem(get(path), 404);
        }
    }

    @Test
    void anotherMethodIsToldTheRightOne() throws Exception {
        for (var path : List.of("/oauth2/token", "/logout")) {
            var answer = get(path);

            problem(answer, 405);
            assertThat(answer.body()).contains("Phương thức không được phép");
            assertThat(answer.headers().firstValue("Allow")).hasValue("POST");
        }
    }

    @Test
    void whoNamesNoClientIsToldSoAndSentNowhere() throws Exception {
        var form = post("", null);
        var json =
                http.send(
                        HttpRequest.newBuilder(uri("/oauth2/token"))
                                .header("Content-Type", "application/json")
                                .POST(
                                        BodyPublishers.ofString(
                                                "{\"grant_type\":\"client_credentials\"}"))
                                .build(),
                        BodyHandlers.ofString());

        for (var answer : List.of(form, json)) {
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(JSON.readTree(answer.body()).path("error").asString())
                    .isEqualTo("invalid_client");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/.well-known/openid-configuration",
                "/.well-known/oauth-authorization-server"
            })
    void discoveryTellsWhatExistsAndNothingElse(String path) throws Exception {
        var told = JSON.readTree(get(path).body());

        assertThat(told.propertyNames())
                .contains("issuer", "authorization_endpoint", "token_endpoint", "jwks_uri")
                .noneMatch(name ->
                        name.matches(
                                ".*(userinfo|session|revocation|introspection"
                                        + "|dpop|device|registration|tls|pushed).*"));
        assertThat(told.path("token_endpoint_auth_methods_supported").toString())
                .isEqualTo("[\"client_secret_basic\",\"client_secret_post\",\"none\"]");
        assertThat(told.path("grant_types_supported").toString())
                .isEqualTo("[\"authorization_code\",\"client_credentials\"]");
    }

    @Test
    void accessTokensAreThoseOfRfc9068() throws Exception {
        var token =
                SignedJWT.parse(
                        ask("client_id=auditor&client_secret=local-demo")
                                .path("access_token")
                                .asString());

        assertThat(token.getHeader().getType().getType()).isEqualTo("at+jwt");
        assertThat(token.getJWTClaimsSet().getClaims())
                .containsKeys("iss", "exp", "aud", "sub", "client_id", "iat", "jti")
                .containsEntry("client_id", "auditor")
                .containsEntry("aud", List.of("haicap"))
                .containsEntry("system", true);
    }

    private static void problem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        assertThat(JSON.readTree(answer.body()).path("status").asInt()).isEqualTo(status);
    }

    @Test
    void theKeySurvivesARestart() throws Exception {
        var again = SigningKey.in(folder.resolve("secrets"));

        assertThat(again.toPublicJWKSet()).isEqualTo(keys());
    }

    private JsonNode ask(String form) throws Exception {
        var answer = post(form, null);
        assertThat(answer.statusCode()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private com.nimbusds.jwt.JWTClaimsSet claims(JsonNode answer) throws Exception {
        var token = SignedJWT.parse(answer.path("access_token").asString());
        var key = keys().getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey();
        assertThat(token.verify(new RSASSAVerifier(key))).isTrue();
        return token.getJWTClaimsSet();
    }

    private JWKSet keys() throws Exception {
        return JWKSet.parse(get("/oauth2/jwks").body());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String form, String authorization) throws Exception {
        var request =
                HttpRequest.newBuilder(uri("/oauth2/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("grant_type=client_credentials&" + form));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
