package haicap.gateway.docs;

import static org.springframework.web.reactive.function.server.RequestPredicates.methods;
import static org.springframework.web.reactive.function.server.RequestPredicates.path;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Everything under {@code /docs}; all of it is in our own jar and is read once. */
@Configuration(proxyBeanMethods = false)
class DocsRoutes {

    private static final String SWAGGER_UI = "META-INF/resources/webjars/swagger-ui/";

    @Bean
    RouterFunction<ServerResponse> docs() {
        var files = new TreeMap<String, DocsFile>();
        files.put("/docs", DocsFile.read("docs/index.html"));
        files.put("/docs/api", DocsFile.read("docs/api.html"));
        files.put("/docs/events", DocsFile.page(EventsPage.ofContracts()));
        files.put("/docs/openapi.json", DocsFile.read("contracts/openapi.json"));
        files.put("/docs/asyncapi.yaml", DocsFile.read("contracts/asyncapi.yaml"));
        for (var own : new String[] {"docs.css", "api.js"}) {
            files.put("/docs/files/" + own, DocsFile.read("docs/" + own));
        }
        for (var theirs :
                new String[] {"swagger-ui.css", "swagger-ui-bundle.js", "oauth2-redirect.js"}) {
            files.put("/docs/files/" + theirs, DocsFile.read(swaggerUi() + theirs));
        }
        files.put("/docs/oauth2-redirect.html", DocsFile.read("docs/oauth2-redirect.html"));
        EventsPage.schemas()
                .forEach((name, path) -> files.put("/docs/" + name, DocsFile.read(path)));
        return routes(files);
    }

    private static RouterFunction<ServerResponse> routes(Map<String, DocsFile> files) {
        var routes = RouterFunctions.route();
        files.forEach((path, file) -> routes.route(path(path), request -> file.answer()));
        return RouterFunctions.nest(methods(HttpMethod.GET, HttpMethod.HEAD), routes.build());
    }

    /** The folder carries the version, which the jar itself tells. */
    private static String swaggerUi() {
        var jar =
                new String(
                        DocsFile.bytes("META-INF/maven/org.webjars/swagger-ui/pom.properties"),
                        java.nio.charset.StandardCharsets.UTF_8);
        var version =
                jar.lines()
                        .filter(line -> line.startsWith("version="))
                        .map(line -> line.substring("version=".length()).strip())
                        .findFirst()
                        .orElseThrow();
        return SWAGGER_UI + version + "/";
    }
}
