package haicap.platform.web;

import haicap.platform.access.Callers;
import haicap.platform.bodies.IncomingBody;
import haicap.platform.privacy.PersonalNumbers;
import haicap.platform.problems.Fault;
import haicap.platform.problems.Problems;
import haicap.platform.problems.Refusal;
import haicap.platform.writes.EntityTags;
import haicap.platform.writes.WriteRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
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
                IncomingBody.of(request).fingerprint(),
                subject(request),
                seen(request),
                Problems.language(request),
                warnings(request));
    }

    private static @Nullable String subject(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
                        instanceof Map<?, ?> named
                ? (String) named.get("id")
                : null;
    }

    private static @Nullable EntityTags seen(HttpServletRequest request) {
        var lines = Collections.list(request.getHeaders("If-Match"));
        return lines.isEmpty() ? null : EntityTags.read(String.join(", ", lines));
    }

    private List<Fault> warnings(HttpServletRequest request) {
        if (!isJson(request.getContentType())) {
            return List.of();
        }
        try (var body = json.createParser(IncomingBody.of(request).bytes())) {
            return PersonalNumbers.in(body);
        } catch (JacksonException | IOException unreadable) {
            return List.of();
        }
    }

    /** Whatever is read as JSON, however its media type is spelt. */
    private static boolean isJson(@Nullable String type) {
        if (type == null) {
            return false;
        }
        try {
            var kind = MediaType.parseMediaType(type).getSubtype().toLowerCase(Locale.ROOT);
            return kind.equals("json") || kind.endsWith("+json");
        } catch (InvalidMediaTypeException e) {
            return false; // refused where the body is read
        }
    }
}
