package haicap.local.identity;

import jakarta.servlet.RequestDispatcher;
import java.net.URI;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Every problem of the identity has what problems have everywhere: type, code, detail, trace. */
@RestControllerAdvice
class WholeProblems implements ResponseBodyAdvice<Object> {

    private final ProblemTitles titles = new ProblemTitles();

    @Override
    public boolean supports(
            MethodParameter answer, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter answer,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        return body instanceof ProblemDetail problem ? whole(problem, request) : body;
    }

    /** What the protocol's own words for the fault are; empty when there are none. */
    private static String said(ServerHttpRequest request) {
        return request instanceof ServletServerHttpRequest asked
                        && asked.getServletRequest().getAttribute(RequestDispatcher.ERROR_MESSAGE)
                                instanceof String message
                ? message
                : "";
    }

    private ProblemDetail whole(ProblemDetail problem, ServerHttpRequest request) {
        int status = problem.getStatus();
        var code = code(status);
        var said = said(request);
        problem.setTitle(
                titles.of(code, request.getHeaders().getFirst(HttpHeaders.ACCEPT_LANGUAGE)));
        problem.setType(URI.create("/problems/" + code));
        problem.setProperty("code", code);
        problem.setProperty("traceId", trace());
        if (status < 500 && !said.isBlank()) {
            problem.setDetail(said);
        } else if (problem.getDetail() == null) {
            problem.setDetail(problem.getTitle());
        }
        return problem;
    }

    private static String code(int status) {
        return switch (HttpStatus.resolve(status)) {
            case FORBIDDEN -> "not-allowed";
            case NOT_FOUND -> "not-found";
            case null, default -> status < 500 ? "http-" + status : "internal";
        };
    }

    private static String trace() {
        var bytes = new byte[16];
        ThreadLocalRandom.current().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
