package haicap.platform.access;

import haicap.platform.problems.Problems;
import haicap.platform.problems.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** What is refused before a controller is reached: no token, a bad one, no way to check it. */
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final Problems problems;

    Refusals(Problems problems) {
        this.problems = problems;
    }

    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (why instanceof AuthenticationServiceException) {
            problems.write(
                    Refusal.unavailable("keys-unavailable", Duration.ofSeconds(2)),
                    request,
                    response);
            return;
        }
        response.setHeader("WWW-Authenticate", challenge(why));
        problems.write(Refusal.of(401, "unauthenticated", Map.of()), request, response);
    }

    /** RFC 6750, 3: who showed no token is asked for one; who showed one hears what is wrong. */
    private static String challenge(AuthenticationException why) {
        return why instanceof OAuth2AuthenticationException refused
                ? "Bearer error=\"" + refused.getError().getErrorCode() + "\""
                : "Bearer";
    }

    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        problems.write(Refusal.forbidden("not-allowed", Map.of()), request, response);
    }
}
