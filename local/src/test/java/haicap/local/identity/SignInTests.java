package haicap.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import haicap.local.parts.Home;
import haicap.local.parts.Part;
import haicap.local.parts.Secrets;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.json.JsonMapper;

/** People sign in at a page; the wall gets a token by a code that only it can redeem, and once. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class SignInTests {

    private static final String WALL = "http://localhost:8080/";
    private static final String PROOF = "a-proof-of-more-than-forty-three-characters-long";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @TempDir private static Path folder;

    private final HttpClient browser =
            HttpClient.newBuilder()
                    .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                    .build();

    @LocalServerPort private int port;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) throws IOException {
        var home = new Home(folder);
        var secrets = new Secrets(home);
        Part.services().forEach(part -> secrets.of("service-" + part));
        var clients =
                Files.writeString(
                        folder.resolve("demo-clients.csv"),
                        """
                        client_id,kind,service_number,scopes
                        officer-00004,OFFICER,HN-104004,
                        wall,SYSTEM,,feed.city
                        """);
        registry.add("haicap.identity.issuer", () -> "http://localhost:8080");
        registry.add("haicap.identity.clients", clients::toString);
        registry.add("haicap.identity.secrets", home.secrets()::toString);
    }

    @Test
    void theTokenOfAPersonSaysTheSameAsThatOfTheDemoClient() throws Exception {
        var officer = signIn("officer-00004");

        assertThat(officer.getSubject()).isEqualTo("officer-00004");
        assertThat(officer.getStringClaim("officer")).isEqualTo("HN-104004");
        assertThat(officer.getStringClaim("scope")).isEmpty();
        assertThat(officer.getIssuer()).isEqualTo("http://localhost:8080");
    }

    @Test
    void theTokenOfASystemHasItsScopesWhenAPersonSignsInForIt() throws Exception {
        var wall = signIn("wall");

        assertThat(wall.getStringClaim("scope")).isEqualTo("feed.city");
        assertThat(wall.getClaim("officer")).isNull();
    }

    @Test
    void theSessionRenewsATokenWithoutAPageUntilOneSignsOut() throws Exception {
        assertThat(location(authorize(Map.of("prompt", "none")))).doesNotContain("code=");
        signIn("wall");
        assertThat(location(authorize(Map.of("prompt", "none")))).contains("code=");

        assertThat(post("/logout", Map.of()).statusCode()).isEqualTo(204);

        assertThat(location(authorize(Map.of("prompt", "none")))).doesNotContain("code=");
    }

    @Test
    void aCodeIsGoodOnlyOnceAndOnlyWithItsProof() throws Exception {
        signIn("wall");
        var stolen = code(authorize(Map.of()));
        assertThat(redeem(stolen, "another-proof-of-more-than-forty-three-characters").statusCode())
                .isEqualTo(400);
        var used = code(authorize(Map.of()));
        assertThat(redeem(used, PROOF).statusCode()).isEqualTo(200);

        assertThat(redeem(used, PROOF).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8080", "http://127.0.0.1:8080"})
    void whoTriesTheDocumentedOperationsOutSignsInTheSameWay(String address) throws Exception {
        signIn("wall");
        var page = address + "/docs/oauth2-redirect.html";

        var answer = authorize(Map.of("redirect_uri", page));

        assertThat(location(answer)).startsWith(page + "?code=");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:9999/",
                "http://127.0.0.1:9999/",
                "http://[::1]:8080/",
                "http://127.0.0.1:8080/?",
                "http://localhost:8080/docs",
                "http://localhost:9999/docs/oauth2-redirect.html"
            })
    void nobodyIsSentToAnAddressThatIsNotOurs(String page) throws Exception {
        signIn("wall");

        var answer = authorize(Map.of("redirect_uri", page));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        assertThat(location(answer)).isEmpty();
    }

    @Test
    void aWrongSecretAndAServicesNameAreRefusedOnThePage() throws Exception {
        assertThat(location(login("wall", "guess"))).contains("/login?error");
        var secret = Files.readString(folder.resolve("secrets/service-case")).strip();
        assertThat(location(login("service-case", secret))).contains("/login?error");
        assertThat(get("/login?error").body()).contains("role=\"alert\"");
    }

    @Test
    void thePageSpeaksTheLanguageThatTheWallSpoke() throws Exception {
        assertThat(get("/login").body()).contains("lang=\"vi\"").contains("Đăng nhập");
        var page = location(authorize(Map.of("ui_locales", "en")));
        assertThat(get(page).body()).contains("<html lang=\"en\">").contains("Sign in");
        assertThat(get("/login?ui_locales=vi").body()).contains("<html lang=\"vi\">");
    }

    @Test
    void nobodyHasASessionBeforeSigningIn() throws Exception {
        for (var path :
                List.of(
                        "/.well-known/x",
                        "/.well-known/openid-configuration",
                        "/login",
                        "/login?ui_locales=en",
                        "/logout",
                        "/elsewhere")) {
            assertThat(cookies(get(path))).as(path).doesNotContain("haicap-session");
        }
        assertThat(cookies(authorize(Map.of()))).doesNotContain("haicap-session");
        assertThat(cookies(authorize(Map.of("prompt", "none")))).doesNotContain("haicap-session");
        assertThat(cookies(login("wall", "guess"))).doesNotContain("haicap-session");
        assertThat(cookies(login("wall", "local-demo"))).contains("haicap-session");
    }

    @Test
    void whoSignsInGoesOnWithWhatWasAskedFor() throws Exception {
        var page = location(authorize(Map.of("state", "a\"><b")));

        assertThat(get(page).body()).doesNotContain("\"><b");
        var refused = location(login(page, "wall", "guess"));
        assertThat(refused).contains("error").contains("client_id=wall-web");
        var on = location(login(refused, "wall", "local-demo"));

        assertThat(location(get(on))).startsWith(WALL + "?code=");
    }

    private static String cookies(HttpResponse<?> answer) {
        return String.join(";", answer.headers().allValues("Set-Cookie"));
    }

    @Test
    void nothingFromElsewhereRunsOnThePage() throws Exception {
        var page = get("/login");

        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'")
                .contains("frame-ancestors 'none'");
        assertThat(get("/login/style.css").statusCode()).isEqualTo(200);
    }

    private JWTClaimsSet signIn(String name) throws Exception {
        authorize(Map.of());
        assertThat(location(login(name, "local-demo"))).doesNotContain("error");
        var answer = redeem(code(authorize(Map.of())), PROOF);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var token = JsonMapper.shared().readTree(answer.body()).path("access_token").asString();
        return SignedJWT.parse(token).getJWTClaimsSet();
    }

    private HttpResponse<String> login(String name, String secret) throws Exception {
        return login("/login", name, secret);
    }

    private HttpResponse<String> login(String page, String name, String secret) throws Exception {
        var body = get(page).body();
        var csrf = CSRF.matcher(body);
        var form = Pattern.compile("action=\"([^\"]+)\"").matcher(body);
        assertThat(csrf.find() && form.find()).isTrue();
        return post(
                HtmlUtils.htmlUnescape(form.group(1)),
                Map.of("username", name, "password", secret, "_csrf", csrf.group(1)));
    }

    private HttpResponse<String> authorize(Map<String, String> more) throws Exception {
        var challenge =
                MessageDigest.getInstance("SHA-256")
                        .digest(PROOF.getBytes(StandardCharsets.US_ASCII));
        var asked =
                new TreeMap<>(
                        Map.of(
                                "response_type",
                                "code",
                                "client_id",
                                "wall-web",
                                "redirect_uri",
                                WALL,
                                "scope",
                                "openid",
                                "state",
                                "s",
                                "code_challenge",
                                Base64.getUrlEncoder().withoutPadding().encodeToString(challenge),
                                "code_challenge_method",
                                "S256"));
        asked.putAll(more);
        return get("/oauth2/authorize?" + form(asked));
    }

    private HttpResponse<String> redeem(String code, String proof) throws Exception {
        return post(
                "/oauth2/token",
                Map.of(
                        "grant_type", "authorization_code",
                        "code", code,
                        "code_verifier", proof,
                        "client_id", "wall-web",
                        "redirect_uri", WALL));
    }

    private static String code(HttpResponse<String> answer) {
        var code = Pattern.compile("code=([^&]+)").matcher(location(answer));
        assertThat(code.find()).as(location(answer)).isTrue();
        return code.group(1);
    }

    private static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private HttpResponse<String> get(String path) throws Exception {
        var request = HttpRequest.newBuilder(uri(path)).header("Accept", "text/html").build();
        return browser.send(request, BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, Map<String, String> fields) throws Exception {
        var request =
                HttpRequest.newBuilder(uri(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form(fields)))
                        .build();
        return browser.send(request, BodyHandlers.ofString());
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field ->
                        field.getKey()
                                + "="
                                + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port).resolve(path);
    }
}
