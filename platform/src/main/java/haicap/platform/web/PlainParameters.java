package haicap.platform.web;

import haicap.platform.problems.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses addresses and media types that hold what none may hold, whoever reads them. */
class PlainParameters implements HandlerInterceptor {

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws HttpMediaTypeNotSupportedException {
        requireOneMediaType(request.getContentType());
        request.getParameterMap()
                .forEach((name, values) -> {
                    if (!Arrays.stream(values).allMatch(PlainParameters::isPlain)) {
                        throw Refusal.malformed(name, "value-unreadable", Map.of());
                    }
                });
        return true;
    }

    /** What reads a body takes a wildcard for a mistake of its own. */
    private static void requireOneMediaType(@Nullable String type)
            throws HttpMediaTypeNotSupportedException {
        if (type != null && type.contains("*")) {
            throw new HttpMediaTypeNotSupportedException("a wildcard is no media type");
        }
    }

    private static boolean isPlain(String value) {
        return PlainValues.isKeepable(value) && value.chars().noneMatch(Character::isISOControl);
    }
}
