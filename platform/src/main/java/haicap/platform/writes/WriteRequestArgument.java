package haicap.platform.writes;

import haicap.platform.access.Callers;
import haicap.platform.privacy.PersonalNumbers;
import haicap.platform.problems.Fault;
import haicap.platform.problems.Problems;
import haicap.platform.problems.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Gives controllers the {@link WriteRequest}; refuses a POST without a usable key. */
@Component
class WriteRequestArgument implements HandlerMethodArgumentResolver {

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private final Callers callers;
    private final JsonMapper json;

    WriteRequestArgument(Callers callers, JsonMapper json) {
        this.callers = callers;
        this.json = json;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == WriteRequest.class;
    }

    @Override
    public WriteRequest resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest webRequest,
            @Nullable WebDataBinderFactory binder) {
        var request = Objects.requireNonNull(webRequest.getNativeRequest(HttpServletRequest.class));
        var key = request.getHeader("Idempotency-Key");
        if (key == null) {
            throw Refusal.malformed("Idempotency-Key", "idempotency-key-missing", Map.of());
        }
        if (!KEY.matcher(key).matches()) {
            throw Refusal.malformed("Idempotency-Key", "idempotency-key-unusable", Map.of());
        }
        var caller = callers.of(webRequest);
        return new WriteRequest(
                caller.subject(),
                Objects.requireNonNullElse(caller.actsFrom(), ""),
                key,
                fingerprint(request),
                request.getHeader("If-Match"),
                Problems.language(request),
                warnings(request));
    }

    private List<Fault> warnings(HttpServletRequest request) {
        if (!isJson(request.getContentType())) {
            return List.of();
        }
        try {
            return PersonalNumbers.in(json.readTree(RememberedBody.of(request)));
        } catch (JacksonException unreadable) {
            return List.of();
        }
    }

    /** Whatever is read as JSON, however its media type is spelt. */
    private static boolean isJson(@Nullable String type) {
        return type != null
                && MediaType.parseMediaType(type).getSubtype().matches("(?i)(.*\\+)?json");
    }

    private static byte[] fingerprint(HttpServletRequest request) {
        var digest = sha256();
        var query = request.getQueryString();
        digest.update(
                (request.getMethod() + " " + request.getRequestURI() + "?" + query + "\n")
                        .getBytes(StandardCharsets.UTF_8));
        digest.update(RememberedBody.of(request));
        return digest.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
