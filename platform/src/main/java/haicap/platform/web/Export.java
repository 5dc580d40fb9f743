package haicap.platform.web;

import haicap.platform.problems.Refusal;
import haicap.platform.time.Hanoi;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolverComposite;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.ServletInvocableHandlerMethod;

/**
 * A list as a file. Asks the list itself, part by part, as the same caller; a refusal of the first
 * part is the answer, and a later one breaks the file off.
 */
final class Export {

    static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private static final String MOST = String.valueOf(Limit.MOST);

    private final HandlerMethod list;
    private final RequestMappingHandlerAdapter adapter;
    private final Sheet sheet;
    private final Clock clock;

    Export(HandlerMethod list, RequestMappingHandlerAdapter adapter, Sheet sheet, Clock clock) {
        this.list = list;
        this.adapter = adapter;
        this.sheet = sheet;
        this.clock = clock;
    }

    /** The list of which it is. */
    HandlerMethod list() {
        return list;
    }

    void answer(HttpServletRequest request, HttpServletResponse response) throws Exception {
        requireKnownFormat(request.getParameter("format"));
        var part = part(request, response, null);
        response.setContentType(CSV.toString());
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"%s-%s.csv\"".formatted(name(request), Hanoi.today(clock)));
        // closed only when all is said: a file that breaks off must not look whole
        var rows = sheet.into(response.getOutputStream());
        rows.add(part.items());
        while (part.next() != null) {
            part = part(request, response, part.next());
            rows.add(part.items());
        }
        rows.close();
    }

    private static void requireKnownFormat(@Nullable String format) {
        if (format != null && !format.equals("csv")) {
            throw Refusal.malformed("format", "choice-expected", Map.of("allowed", "csv"));
        }
    }

    private Listed<?> part(
            HttpServletRequest request, HttpServletResponse response, @Nullable String cursor)
            throws Exception {
        var asked = new ServletWebRequest(new Part(request, cursor), response);
        var resolvers = new HandlerMethodArgumentResolverComposite();
        resolvers.addResolvers(Objects.requireNonNull(adapter.getArgumentResolvers()));
        var invocable = new ServletInvocableHandlerMethod(list);
        invocable.setHandlerMethodArgumentResolvers(resolvers);
        invocable.setDataBinderFactory(binders());
        var answer = invocable.invokeForRequest(asked, new ModelAndViewContainer());
        var body = answer instanceof ResponseEntity<?> entity ? entity.getBody() : answer;
        return (Listed<?>) Objects.requireNonNull(body);
    }

    private Binders binders() {
        return new Binders(adapter.getWebBindingInitializer());
    }

    /** The last step of the list's address that is a word. */
    private static String name(HttpServletRequest request) {
        var steps = List.of(request.getRequestURI().split("/"));
        return steps.get(steps.size() - 2).replaceAll("[^a-z-]", "");
    }

    /** The same request for one part of the list. */
    private static final class Part extends HttpServletRequestWrapper {

        private final Map<String, String> page = new HashMap<>();

        Part(HttpServletRequest request, @Nullable String cursor) {
            super(request);
            page.put("limit", MOST);
            if (cursor != null) {
                page.put("cursor", cursor);
            }
        }

        @Override
        public @Nullable String getParameter(String name) {
            var own = page.get(name);
            return own == null ? super.getParameter(name) : own;
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            var own = page.get(name);
            return own == null ? super.getParameterValues(name) : new String[] {own};
        }
    }
}
