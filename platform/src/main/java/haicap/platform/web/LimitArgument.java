package haicap.platform.web;

import haicap.platform.problems.Refusal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads {@code ?limit=}. */
@Component
class LimitArgument implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Limit.class;
    }

    @Override
    public Limit resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binder) {
        var text = request.getParameter("limit");
        return text == null ? Limit.DEFAULT : parse(text);
    }

    private static Limit parse(String text) {
        try {
            int value = PlainValues.wholeNumber(text);
            if (value >= Limit.LEAST && value <= Limit.MOST) {
                return new Limit(value);
            }
        } catch (NumberFormatException e) {
            // refused below, like a number out of range
        }
        throw Refusal.malformed(
                "limit", "limit-not-allowed", Map.of("least", Limit.LEAST, "most", Limit.MOST));
    }
}
