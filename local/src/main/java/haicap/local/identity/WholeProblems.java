package haicap.local.identity;

import java.net.URI;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Every problem of the identity has what problems have everywhere: type, code, detail, trace. */
@RestControllerAdvice
class WholeProblems implements ResponseBodyAdvice<Object> {

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
        return body instanceof ProblemDetail problem ? whole(problem) : body;
    }

    private static ProblemDetail whole(ProblemDetail problem) {
        var code = code(problem.getStatus());
        problem.setType(URI.create("/problems/" + code));
        problem.setProperty("code", code);
        problem.setProperty("traceId", trace());
        if (problem.getDetail() == null) {
            problem.setDetail(problem.getTitle());
        }
        return problem;
    }

    private static String code(int status) {
        return switch (HttpStatus.resolve(status)) {
            case FORBIDDEN -> "not-allowed";
            case NOT_FOUND -> "not-found";
            case METHOD_NOT_ALLOWED -> "http-405";
            case UNSUPPORTED_MEDIA_TYPE -> "http-415";
            case null, default -> status < 500 ? "malformed" : "internal";
        };
    }

    private static String trace() {
        var bytes = new byte[16];
        ThreadLocalRandom.current().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
