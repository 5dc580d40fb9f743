package haicap.platform.bodies;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Puts a {@link IncomingBody} in the place of what a writing request sends, and gives it up when
 * the request is answered. Nothing is read here: who may not call the operation is refused before.
 */
@Component
@Order(0)
@EnableConfigurationProperties(BodySettings.class)
class RequestBodies extends OncePerRequestFilter {

    private final BodySettings settings;
    private final BodyBudget budget;

    RequestBodies(BodySettings settings, BodyBudget budget) {
        this.settings = settings;
        this.budget = budget;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return switch (request.getMethod()) {
            case "POST", "PUT", "PATCH" -> false;
            default -> true;
        };
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try (var body = new IncomingBody(request, response, settings, budget)) {
            chain.doFilter(body, response);
        }
    }
}
