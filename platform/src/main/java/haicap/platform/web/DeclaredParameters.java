package haicap.platform.web;

import haicap.platform.problems.Fault;
import haicap.platform.problems.Refusal;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses addresses and headers that say what the operation does not know, or say it twice, or say
 * nothing. What an operation knows is what its method takes: nothing has to be told here.
 */
class DeclaredParameters implements HandlerInterceptor {

    private static final List<String> SAID_ONCE =
            List.of(
                    "Authorization",
                    "Content-Type",
                    "Idempotency-Key",
                    "Acting-Post",
                    "Last-Event-ID");

    private final KnownParameters known = new KnownParameters();

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() != DispatcherType.ERROR
                && handler instanceof HandlerMethod method) {
            var faults = new ArrayList<Fault>();
            SAID_ONCE.forEach(header -> checkHeader(request, header, faults));
            checkParameters(request.getParameterMap(), known.of(method), faults);
            if (!faults.isEmpty()) {
                throw Refusal.malformed(faults);
            }
        }
        return true;
    }

    private static void checkHeader(HttpServletRequest request, String header, List<Fault> faults) {
        if (Collections.list(request.getHeaders(header)).size() > 1) {
            faults.add(new Fault(header, "said-twice", Map.of()));
        }
    }

    private static void checkParameters(
            Map<String, String[]> sent, Map<String, Boolean> known, List<Fault> faults) {
        sent.forEach((name, values) -> {
            var several = known.get(name);
            if (several == null) {
                faults.add(new Fault(name, "unknown-parameter", Map.of("known", told(known))));
            } else if (values.length > 1) {
                faults.add(new Fault(name, "said-twice", Map.of()));
            } else if (saysNothing(values[0], several)) {
                faults.add(new Fault(name, "value-missing", Map.of()));
            }
        });
    }

    private static boolean saysNothing(String value, boolean several) {
        return several
                ? List.of(value.split(",", -1)).stream().anyMatch(PlainValues::isBlank)
                : PlainValues.isBlank(value);
    }

    private static String told(Map<String, Boolean> known) {
        return known.isEmpty() ? "-" : String.join(", ", known.keySet());
    }
}
