package haicap.local.identity;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.pathPattern;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Which of the framework's many endpoints are served, and what is told of them where clients look:
 * both the same.
 */
final class Served {

    static final RequestMatcher ENDPOINTS =
            new OrRequestMatcher(
                    pathPattern("/oauth2/authorize"),
                    pathPattern(HttpMethod.POST, "/oauth2/token"),
                    pathPattern(HttpMethod.GET, "/oauth2/jwks"),
                    pathPattern(HttpMethod.GET, "/.well-known/oauth-authorization-server"),
                    pathPattern(HttpMethod.GET, "/.well-known/openid-configuration"));

    private static final Set<String> TRUE_AS_TOLD =
            Set.of(
                    "issuer",
                    "authorization_endpoint",
                    "token_endpoint",
                    "jwks_uri",
                    "response_types_supported",
                    "code_challenge_methods_supported",
                    "subject_types_supported",
                    "id_token_signing_alg_values_supported",
                    "scopes_supported");

    private Served() {}

    /** Takes away what is not served, and tells how the clients that there are prove themselves. */
    static void tell(Map<String, Object> metadata) {
        metadata.keySet().retainAll(TRUE_AS_TOLD);
        metadata.put("grant_types_supported", List.of("authorization_code", "client_credentials"));
        metadata.put(
                "token_endpoint_auth_methods_supported",
                List.of("client_secret_basic", "client_secret_post", "none"));
        metadata.put("ui_locales_supported", List.of("vi", "en"));
    }
}
