package haicap.platform.web;

import haicap.platform.problems.Problems;
import haicap.platform.problems.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses addresses (path and query) above 4 KB with 414. What is answered may repeat the address
 * in a header, a {@code Link} to the next page first of all: it then fits into what every hop
 * takes.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class AddressLimit extends OncePerRequestFilter {

    static final int LONGEST = 4_096;

    private final Problems problems;

    AddressLimit(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        int length =
                request.getRequestURI().length()
                        + Objects.requireNonNullElse(request.getQueryString(), "").length();
        if (length <= LONGEST) {
            chain.doFilter(request, response);
        } else {
            response.setHeader("X-Content-Type-Options", "nosniff");
            problems.write(
                    Refusal.of(414, "address-too-long", Map.of("longest", LONGEST)),
                    request,
                    response);
        }
    }
}
