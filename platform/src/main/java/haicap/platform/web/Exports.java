package haicap.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.ResolvableType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/**
 * Beside each list stands {@code GET …/export}: whoever may read the list has it whole, with the
 * same filters, as a file. No controller says so.
 */
@Component
class Exports implements SmartInitializingSingleton {

    private static final String PUBLIC = "/api/v1/";

    private final RequestMappingHandlerMapping mappings;
    private final RequestMappingHandlerAdapter adapter;
    private final JsonMapper json;
    private final Clock clock;

    Exports(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings,
            RequestMappingHandlerAdapter adapter,
            JsonMapper json,
            Clock clock) {
        this.mappings = mappings;
        this.adapter = adapter;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Map.copyOf(mappings.getHandlerMethods())
                .forEach((mapping, list) -> {
                    var item = itemOf(list);
                    if (item != ResolvableType.NONE) {
                        mapping.getPatternValues().stream()
                                .filter(path -> path.startsWith(PUBLIC))
                                .forEach(path -> stand(path, list, item));
                    }
                });
    }

    private void stand(String path, HandlerMethod list, ResolvableType item) {
        var mapping =
                RequestMappingInfo.paths(path + "/export")
                        .methods(RequestMethod.GET)
                        .produces(Export.CSV.toString())
                        .options(mappings.getBuilderConfiguration())
                        .build();
        var sheet = new Sheet(json, item.resolve(Object.class), clock);
        mappings.registerMapping(
                mapping,
                new Export(list.createWithResolvedBean(), adapter, sheet, clock),
                Objects.requireNonNull(
                        ReflectionUtils.findMethod(
                                Export.class,
                                "answer",
                                HttpServletRequest.class,
                                HttpServletResponse.class)));
    }

    /** Of what the list is; nothing when it is none. */
    private static ResolvableType itemOf(HandlerMethod method) {
        var answered = ResolvableType.forMethodReturnType(method.getMethod());
        var body = answered.resolve() == ResponseEntity.class ? answered.getGeneric(0) : answered;
        return body.as(Listed.class).getGeneric(0);
    }
}
