package haicap.platform.testing.openapi;

import haicap.platform.problems.Problem;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A service's document: what springdoc read from the controllers, completed. */
@SuppressWarnings("rawtypes")
final class Document {

    private final OpenAPI document;
    private final String part;
    private final SchemaNames names;
    private final Map<String, HandlerMethod> handlers = new LinkedHashMap<>();

    Document(
            OpenAPI document,
            String part,
            SchemaNames names,
            RequestMappingHandlerMapping mappings) {
        this.document = document;
        this.part = part;
        this.names = names;
        mappings.getHandlerMethods()
                .forEach((mapping, handler) ->
                        mapping.getPatternValues()
                                .forEach(path ->
                                        mapping.getMethodsCondition()
                                                .getMethods()
                                                .forEach(method ->
                                                        handlers.put(
                                                                method + " " + path, handler))));
    }

    void complete() {
        var operations = Operations.read();
        document.openapi("3.1.0");
        document.setInfo(
                new Info()
                        .title("Hai Cấp: " + part)
                        .version("1")
                        .description("Written from the controllers; see CONTRIBUTING.md."));
        document.setServers(List.of(new Server().url("/").description("the gateway")));
        document.setTags(List.of(new Tag().name(part)));
        document.setSecurity(
                List.of(
                        new SecurityRequirement().addList("client"),
                        new SecurityRequirement().addList("person")));
        var described = new HashSet<String>();
        document.getPaths()
                .forEach((path, item) ->
                        item.readOperationsMap()
                                .forEach((method, operation) -> {
                                    describe(path, method, operation, operations);
                                    described.add(method + " " + path);
                                }));
        if (!described.equals(operations.all())) {
            throw new IllegalStateException(
                    "operations.csv speaks of " + operations.all() + ", the code of " + described);
        }
        exports();
        components();
    }

    /** Beside each list, in the document as in the service. */
    private void exports() {
        Map.copyOf(document.getPaths())
                .forEach((path, item) -> {
                    var list = item.getGet();
                    if (list != null && Conventions.isList(handlerOf("GET " + path))) {
                        document.path(
                                path + "/export", new PathItem().get(Conventions.export(list)));
                    }
                });
        document.setPaths(sorted(document.getPaths()));
    }

    private static Paths sorted(Paths paths) {
        var sorted = new Paths();
        new TreeMap<>(paths).forEach(sorted::addPathItem);
        return sorted;
    }

    private HandlerMethod handlerOf(String key) {
        var handler = handlers.get(key);
        if (handler == null) {
            throw new IllegalStateException("nobody handles " + key);
        }
        return handler;
    }

    private void describe(String path, HttpMethod method, Operation operation, Operations all) {
        var key = method + " " + path;
        operation.setTags(List.of(part));
        Conventions.apply(path, method.name(), operation, handlerOf(key), all.of(key));
    }

    private void components() {
        var components = document.getComponents();
        var schemas = new LinkedHashMap<String, Schema>(components.getSchemas());
        new Schemas(names).refine(schemas);
        requestSchemas().forEach(name -> schemas.get(name).setAdditionalProperties(false));
        schemas.put("Problem", problem());
        schemas.put("Warning", fault().description("what to look at again, in what was written"));
        written().map(schemas::get).forEach(Document::addWarnings);
        components.setSchemas(schemas);
        Conventions.SHARED.forEach((status, codes) ->
                components.addResponses(status, Conventions.problem(status, Set.of())));
        parameters(components);
        headers(components);
        security(components);
    }

    /** The names of what writes of JSON answer. */
    private Stream<String> written() {
        return document.getPaths().values().stream()
                .flatMap(item -> item.readOperations().stream())
                .filter(operation ->
                        operation.getRequestBody() != null
                                && operation
                                        .getRequestBody()
                                        .getContent()
                                        .containsKey("application/json"))
                .flatMap(operation -> operation.getResponses().entrySet().stream())
                .filter(answer -> answer.getKey().startsWith("2"))
                .map(answer -> answer.getValue().getContent().get("application/json").getSchema())
                .map(Schema::get$ref)
                .filter(Objects::nonNull)
                .map(ref -> ref.substring(ref.lastIndexOf('/') + 1))
                .distinct();
    }

    private static void addWarnings(Schema<?> answered) {
        answered.addProperty(
                "warnings",
                new Schema<>()
                        .types(Set.of("array"))
                        .items(new Schema<>().$ref("#/components/schemas/Warning"))
                        .description("in the answer to a write, and only if there are any"));
    }

    /** Bodies that are sent hold no field that the service does not know. */
    private Set<String> requestSchemas() {
        var found = new HashSet<String>();
        document.getPaths().values().stream()
                .flatMap(item -> item.readOperations().stream())
                .filter(operation -> operation.getRequestBody() != null)
                .flatMap(operation -> operation.getRequestBody().getContent().values().stream())
                .forEach(content -> reach(content.getSchema(), found));
        return found;
    }

    private void reach(Schema<?> schema, Set<String> found) {
        if (schema.get$ref() != null) {
            var name = schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1);
            if (found.add(name)) {
                var target = document.getComponents().getSchemas().get(name);
                if (target.getProperties() != null) {
                    ((Map<String, Schema>) target.getProperties())
                            .values()
                            .forEach(each -> reach(each, found));
                }
            }
        }
        if (schema.getItems() != null) {
            reach(schema.getItems(), found);
        }
    }

    private static Schema<?> fault() {
        return new Schema<>()
                .types(Set.of("object"))
                .addProperty(
                        "pointer",
                        text("JSON pointer into the body, or the name of a header or parameter"))
                .addProperty("code", text("stable; for programs"))
                .addProperty("detail", text("for people, in their language"))
                .required(List.of("pointer", "code", "detail"));
    }

    private static Schema<?> problem() {
        return new Schema<>()
                .types(Set.of("object"))
                .description(Sources.about(Problem.class).all())
                .addProperty("type", text("address of the page that explains the code"))
                .addProperty("title", text("for people, in their language"))
                .addProperty("status", new Schema<Integer>().types(Set.of("integer")))
                .addProperty("detail", text("what happened here"))
                .addProperty("code", text("stable; for programs"))
                .addProperty("traceId", text("leads to the logs"))
                .addProperty(
                        "errors",
                        new Schema<>()
                                .types(Set.of("array"))
                                .items(fault())
                                .description("a fault each"))
                .required(List.of("type", "title", "status", "detail", "code", "traceId"));
    }

    private static Schema<?> text(String description) {
        return new Schema<String>().types(Set.of("string")).description(description);
    }

    private static void parameters(Components components) {
        components.addParameters(
                "limit",
                query("limit", "how many items at most")
                        .schema(
                                new IntegerSchema()
                                        .types(Set.of("integer"))
                                        .minimum(BigDecimal.ONE)
                                        .maximum(BigDecimal.valueOf(500))
                                        ._default(50)));
        components.addParameters(
                "idempotencyKey",
                header("Idempotency-Key", "of this one wish; sent again with it, it is done once")
                        .required(true)
                        .schema(
                                new StringSchema()
                                        .types(Set.of("string"))
                                        .pattern("^[!-~]{1,255}$")));
        components.addParameters(
                "ifMatch",
                header("If-Match", "the ETag of the version that the caller saw")
                        .required(true)
                        .schema(Conventions.text()));
        components.addParameters(
                "ifNoneMatch",
                header("If-None-Match", "the ETag that the caller has").schema(Conventions.text()));
        components.addParameters(
                "actingPost",
                header("Acting-Post", "the post from which an officer with several acts")
                        .schema(
                                new StringSchema()
                                        .types(Set.of("string"))
                                        .pattern("^[a-z0-9_-]{1,80}$")));
        components.addParameters(
                "acceptLanguage",
                header("Accept-Language", "of the texts for people")
                        .schema(
                                new StringSchema()
                                        .types(Set.of("string"))
                                        ._enum(List.of("vi", "en"))
                                        ._default("vi")));
    }

    private static Parameter header(String name, String description) {
        return new Parameter().in("header").name(name).description(description);
    }

    private static Parameter query(String name, String description) {
        return new Parameter().in("query").name(name).description(description);
    }

    private static void headers(Components components) {
        components.addHeaders("etag", said("strong: the version of the thing"));
        components.addHeaders("location", said("address of what was made"));
        components.addHeaders("contentDisposition", said("attachment, with a name for the file"));
        components.addHeaders("link", said("rel=\"next\": the next page; absent at the end"));
        components.addHeaders("retryAfter", said("seconds"));
    }

    private static Header said(String description) {
        return new Header().description(description).schema(Conventions.text());
    }

    private static void security(Components components) {
        components.addSecuritySchemes(
                "client",
                new SecurityScheme()
                        .type(SecurityScheme.Type.OAUTH2)
                        .description("A system, or an officer's demo client")
                        .flows(
                                new OAuthFlows()
                                        .clientCredentials(
                                                new OAuthFlow()
                                                        .tokenUrl("/oauth2/token")
                                                        .scopes(new Scopes()))));
        components.addSecuritySchemes(
                "person",
                new SecurityScheme()
                        .type(SecurityScheme.Type.OAUTH2)
                        .description("A person who signs in; with PKCE")
                        .flows(
                                new OAuthFlows()
                                        .authorizationCode(
                                                new OAuthFlow()
                                                        .authorizationUrl("/oauth2/authorize")
                                                        .tokenUrl("/oauth2/token")
                                                        .scopes(
                                                                new Scopes()
                                                                        .addString(
                                                                                "openid",
                                                                                "who it is")))));
    }
}
