package haicap.local.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/**
 * Who did not say who he is: a person is sent to the page to sign in, with all that was asked; a
 * program is told that it named no client (RFC 6749, 5.2).
 */
final class WhoAreYou implements AuthenticationEntryPoint {

    private static final String NO_CLIENT = "{\"error\":\"invalid_client\"}";

    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (request.getRequestURI().equals("/oauth2/authorize")) {
            var asked = request.getQueryString();
            response.sendRedirect(SignInPage.PATH + (asked == null ? "" : "?" + asked));
            return;
        }
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setHeader("WWW-Authenticate", "Basic");
        response.setHeader("Cache-Control", "no-store");
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getWriter().write(NO_CLIENT);
    }
}
