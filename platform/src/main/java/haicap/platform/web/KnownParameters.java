package haicap.platform.web;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

/**
 * The parameters of the address that a controller's method takes, and which of them may have
 * several values, separated by commas.
 */
final class KnownParameters {

    private static final String LIMIT = "limit";

    private final DefaultParameterNameDiscoverer names = new DefaultParameterNameDiscoverer();
    private final Map<HandlerMethod, Map<String, Boolean>> remembered = new ConcurrentHashMap<>();

    Map<String, Boolean> of(HandlerMethod method) {
        return known(method);
    }

    private Map<String, Boolean> known(HandlerMethod method) {
        var before = remembered.get(method);
        if (before != null) {
            return before;
        }
        var known = read(method);
        remembered.put(method, known);
        return known;
    }

    private Map<String, Boolean> read(HandlerMethod method) {
        if (method.getBean() instanceof Export export) {
            var filters = new TreeMap<>(of(export.list()));
            filters.keySet().removeAll(List.of(LIMIT, "cursor"));
            filters.put("format", false);
            return filters;
        }
        var known = new TreeMap<String, Boolean>();
        for (var parameter : method.getMethodParameters()) {
            parameter.initParameterNameDiscovery(names);
            var declared = parameter.getParameterAnnotation(RequestParam.class);
            if (parameter.getParameterType() == Limit.class) {
                known.put(LIMIT, false);
            } else if (declared != null) {
                known.put(name(declared, parameter), takesSeveral(parameter));
            }
        }
        return known;
    }

    private static String name(RequestParam declared, MethodParameter parameter) {
        return declared.name().isEmpty()
                ? String.valueOf(parameter.getParameterName())
                : declared.name();
    }

    private static boolean takesSeveral(MethodParameter parameter) {
        return Collection.class.isAssignableFrom(parameter.getParameterType());
    }
}
