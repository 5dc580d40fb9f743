package haicap.gateway.docs;

import static org.springframework.web.reactive.function.server.RequestPredicates.methods;
import static org.springframework.web.reactive.function.server.RequestPredicates.path;

import haicap.gateway.pages.PublicFile;
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
        var files = new TreeMap<String, PublicFile>();
        files.put("/docs", PublicFile.read("docs/index.html"));
        files.put("/docs/api", PublicFile.read("docs/api.html").withScripts());
        files.put("/docs/events", PublicFile.page(EventsPage.ofContracts()));
        files.put("/docs/openapi.json", PublicFile.read("contracts/openapi.json"));
        files.put("/docs/asyncapi.yaml", PublicFile.read("contracts/asyncapi.yaml"));
        for (var own : new String[] {"docs.css", "api.js"}) {
            files.put("/docs/files/" + own, PublicFile.read("docs/" + own));
        }
        for (var theirs :
                new String[] {"swagger-ui.css", "swagger-ui-bundle.js", "oauth2-redirect.js"}) {
            files.put("/docs/files/" + theirs, PublicFile.read(swaggerUi() + theirs));
        }
        files.put(
                "/docs/oauth2-redirect.html",
                PublicFile.read("docs/oauth2-redirect.html").withScripts());
        EventsPage.schemas()
                .forEach((name, path) -> files.put("/docs/" + name, PublicFile.read(path)));
        return routes(files);
    }

    private static RouterFunction<ServerResponse> routes(Map<String, PublicFile> files) {
        var routes = RouterFunctions.route();
        files.forEach((path, file) -> routes.route(path(path), request -> file.answer()));
        return RouterFunctions.nest(methods(HttpMethod.GET, HttpMethod.HEAD), routes.build());
    }

    /** The folder carries the version, which the jar itself tells. */
    private static String swaggerUi() {
        var jar =
                new String(
                        PublicFile.bytes("META-INF/maven/org.webjars/swagger-ui/pom.properties"),
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
