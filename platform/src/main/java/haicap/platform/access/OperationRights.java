package haicap.platform.access;

import haicap.platform.orgcopy.Organisation;
import haicap.platform.problems.Refusal;
import haicap.platform.time.Hanoi;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Refuses whoever an operation is not {@link OpenTo open to}, before anything of it is read. */
@Configuration(proxyBeanMethods = false)
class OperationRights implements WebMvcConfigurer, HandlerInterceptor {

    private static final int FIRST = -100;

    private final Callers callers;
    private final AccessScope accessScope;
    private final Organisation organisation;
    private final Clock clock;

    OperationRights(
            Callers callers, AccessScope accessScope, Organisation organisation, Clock clock) {
        this.callers = callers;
        this.accessScope = accessScope;
        this.organisation = organisation;
        this.clock = clock;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(FIRST);
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            var open = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), OpenTo.class);
            if (open != null) {
                require(
                        open,
                        absent(open, method),
                        callers.of(new ServletWebRequest(request)),
                        id(request));
            }
        }
        return true;
    }

    /** The kind of which nothing is there for whom it is not open to; empty: he is told 403. */
    private static String absent(OpenTo open, HandlerMethod method) {
        return !open.absent().isEmpty() && method.getBean() instanceof OfKind things
                ? things.kind()
                : open.absent();
    }

    private void require(OpenTo open, String absent, Caller caller, String id) {
        if (Openness.letsIn(open, caller, organisation.rules(), Hanoi.today(clock))) {
            return;
        }
        accessScope.requireVerified(caller);
        throw refusal(open, absent, caller, id);
    }

    private static Refusal refusal(OpenTo open, String absent, Caller caller, String id) {
        if (!absent.isEmpty()) {
            return Refusal.notFound(absent, id);
        }
        if (!needsScope(open) && caller.posts().isEmpty()) {
            return Refusal.forbidden("no-post-held", Map.of("caller", caller.subject()));
        }
        return Refusal.forbidden(code(open), named(open, caller, id));
    }

    private static boolean needsScope(OpenTo open) {
        return !open.officers() && open.titles().length == 0 && open.byRule().isEmpty();
    }

    private static String code(OpenTo open) {
        if (!open.refusal().isEmpty()) {
            return open.refusal();
        }
        if (!open.byRule().isEmpty()) {
            return "no-rule-allows";
        }
        return needsScope(open) ? "scope-missing" : "no-post-held";
    }

    private static Map<String, String> named(OpenTo open, Caller caller, String id) {
        var named = new HashMap<String, String>();
        named.put("caller", caller.name());
        named.put("on", id);
        named.put("scope", String.join(", ", open.scopes()));
        named.put("action", open.byRule());
        named.put("post", caller.name());
        caller.posts().stream()
                .filter(post -> post.postId().equals(caller.actsFrom()))
                .findFirst()
                .or(() -> caller.posts().stream().findFirst())
                .ifPresent(post -> {
                    named.put("post", post.postId());
                    named.put("unit", post.unitId());
                });
        return named;
    }

    private static String id(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
                                instanceof Map<?, ?> named
                        && named.get("id") instanceof String id
                ? id
                : "";
    }
}
