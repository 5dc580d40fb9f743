package haicap.platform.testing.openapi;

import haicap.platform.access.Caller;
import haicap.platform.access.OpenTo;
import haicap.platform.problems.Problem;
import haicap.platform.web.Limit;
import haicap.platform.web.Listed;
import haicap.platform.web.Page;
import haicap.platform.web.Slow;
import haicap.platform.writes.WriteRequest;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.method.HandlerMethod;

/** The conventions of the public contract, stated once for all operations of all services. */
@SuppressWarnings({"rawtypes", "unchecked"})
final class Conventions {

    private static final String JSON = "application/json";
    private static final String CSV = "text/csv";
    private static final String STREAM = "text/event-stream";

    /** The refusals that are the same everywhere, by status. */
    static final Map<String, List<String>> SHARED =
            new TreeMap<>(
                    Map.ofEntries(
                            Map.entry("400", List.of("malformed", "http-400")),
                            Map.entry("401", List.of("unauthenticated")),
                            Map.entry(
                                    "403",
                                    List.of(
                                            "not-allowed",
                                            "scope-missing",
                                            "no-post-held",
                                            "post-not-held")),
                            Map.entry("404", List.of("not-found", "http-404")),
                            Map.entry("406", List.of("http-406")),
                            Map.entry("409", List.of("idempotency-key-busy", "answer-erased")),
                            Map.entry("412", List.of("stale-version")),
                            Map.entry("413", List.of("body-too-large")),
                            Map.entry("415", List.of("http-415")),
                            Map.entry("422", List.of("invalid", "idempotency-key-reused")),
                            Map.entry("428", List.of("if-match-required")),
                            Map.entry(
                                    "429",
                                    List.of(
                                            "too-many-requests",
                                            "too-many-streams",
                                            "bodies-of-caller")),
                            Map.entry(
                                    "503",
                                    List.of(
                                            "storage-unavailable",
                                            "organisation-unknown",
                                            "part-unavailable",
                                            "part-busy",
                                            "bodies-full",
                                            "part-too-slow"))));

    private Conventions() {}

    static void apply(
            String path,
            String method,
            Operation operation,
            HandlerMethod handler,
            Operations.Line line) {
        operation.setOperationId(line.name());
        operation.setSummary(line.english());
        operation.setDescription(line.vietnamese());
        boolean writes = takes(handler, WriteRequest.class);
        boolean pages = rawReturn(handler) == Page.class;
        operation.setParameters(parameters(operation, handler, method, line));
        body(operation, handler, line.name());
        operation.setResponses(responses(path, method, operation, handler, line, writes, pages));
        if (handler.hasMethodAnnotation(Slow.class)) {
            operation.addExtension("x-haicap-slow", true);
        }
    }

    /** The operation beside a list by which it is had whole, as a file. */
    static Operation export(Operation list) {
        var filters =
                list.getParameters().stream()
                        .filter(each -> !"cursor".equals(each.getName()))
                        .filter(each -> !"#/components/parameters/limit".equals(each.get$ref()));
        var format =
                new Parameter()
                        .in("query")
                        .name("format")
                        .description("of the file")
                        .schema(
                                new Schema<String>()
                                        .types(Set.of("string"))
                                        ._enum(List.of("csv"))
                                        ._default("csv"));
        var responses = new ApiResponses();
        responses.addApiResponse(
                "200",
                new ApiResponse()
                        .description(list.getSummary() + ", whole, as a file")
                        .content(new Content().addMediaType(CSV, new MediaType().schema(text())))
                        .addHeaderObject("Content-Disposition", header("contentDisposition")));
        list.getResponses()
                .forEach((status, answer) -> {
                    if (!status.startsWith("2") && !status.startsWith("3")) {
                        responses.addApiResponse(status, answer);
                    }
                });
        return new Operation()
                .operationId(list.getOperationId().replaceFirst("^[a-z]+", "export"))
                .summary(list.getSummary() + ", as a file")
                .description(list.getDescription() + " (tệp)")
                .tags(list.getTags())
                .parameters(Stream.concat(Stream.of(format), filters).toList())
                .responses(responses);
    }

    static boolean isList(HandlerMethod handler) {
        var answered = ResolvableType.forMethodReturnType(handler.getMethod());
        var body = answered.resolve() == ResponseEntity.class ? answered.getGeneric(0) : answered;
        return body.as(Listed.class) != ResolvableType.NONE;
    }

    private static List<Parameter> parameters(
            Operation operation, HandlerMethod handler, String method, Operations.Line line) {
        var all = new ArrayList<Parameter>();
        if (operation.getParameters() != null) {
            all.addAll(operation.getParameters());
        }
        all.forEach(Conventions::describe);
        if (takes(handler, Limit.class)) {
            all.add(new Parameter().$ref("#/components/parameters/limit"));
        }
        if (takes(handler, WriteRequest.class)) {
            all.add(new Parameter().$ref("#/components/parameters/idempotencyKey"));
        }
        if (line.version().equals("asked")) {
            all.add(new Parameter().$ref("#/components/parameters/ifMatch"));
        }
        if (method.equals("GET") && line.version().equals("shown")) {
            all.add(new Parameter().$ref("#/components/parameters/ifNoneMatch"));
        }
        if (takes(handler, Caller.class)) {
            all.add(new Parameter().$ref("#/components/parameters/actingPost"));
        }
        all.add(new Parameter().$ref("#/components/parameters/acceptLanguage"));
        return all;
    }

    /** A filter with several values names them behind one another, separated by commas. */
    private static void describe(Parameter parameter) {
        if (parameter.getSchema() != null && parameter.getSchema().getItems() != null) {
            parameter.setStyle(Parameter.StyleEnum.FORM);
            parameter.setExplode(false);
            parameter.getSchema().setUniqueItems(null);
        }
        switch (String.valueOf(parameter.getName())) {
            case "unitId" ->
                    parameter.setDescription("of this unit; one that there never was is a 404");
            case "departmentUnitId" ->
                    parameter.setDescription("before this one; one that there never was is a 404");
            case "cursor" -> parameter.setDescription("next of the page before; opaque");
            case "after" -> parameter.setDescription("the position after which to go on; opaque");
            case "Last-Event-ID" ->
                    parameter.setDescription("the id of the last event that came; beats after");
            case "asOf" ->
                    parameter.setDescription("as things were on this day; today unless told");
            case "dryRun" -> parameter.setDescription("only says what the file would do");
            case "number" ->
                    parameter.setDescription("of this number, its own or one that others gave");
            case "kind" -> parameter.setDescription("of this kind");
            case "view" -> parameter.setDescription("a way of looking at open work");
            default -> {
                // its name says it
            }
        }
    }

    private static void body(Operation operation, HandlerMethod handler, String name) {
        if (takes(handler, java.io.InputStream.class)) {
            operation.setRequestBody(
                    new RequestBody()
                            .required(true)
                            .description("A header line, then a line each; UTF-8, RFC 4180")
                            .content(
                                    new Content()
                                            .addMediaType(CSV, new MediaType().schema(text()))));
            operation.getParameters().removeIf(each -> "csv".equals(each.getName()));
        } else if (operation.getRequestBody() != null) {
            operation
                    .getRequestBody()
                    .required(true)
                    .getContent()
                    .get(JSON)
                    .setExample(Examples.of(name));
        }
    }

    private static ApiResponses responses(
            String path,
            String method,
            Operation operation,
            HandlerMethod handler,
            Operations.Line line,
            boolean writes,
            boolean pages) {
        var all = new ApiResponses();
        all.addApiResponse(line.status(), success(path, operation, line, pages));
        if (method.equals("GET") && line.version().equals("shown")) {
            all.addApiResponse("304", new ApiResponse().description("as the caller has it"));
        }
        var statuses = new TreeSet<>(Set.of("400", "401", "406", "429", "503"));
        if (takes(handler, Caller.class)) {
            statuses.add("403");
        }
        if (path.contains("{") || asksForUnit(operation)) {
            statuses.add("404");
        }
        if (writes) {
            statuses.addAll(Set.of("409", "413", "422"));
        }
        if (operation.getRequestBody() != null) {
            statuses.addAll(Set.of("413", "415", "422"));
        }
        if (line.version().equals("asked")) {
            statuses.addAll(Set.of("412", "428"));
        }
        var own = Sources.refusals(handler.getBeanType().getPackage());
        var open = handler.getMethodAnnotation(OpenTo.class);
        if (open != null && !open.refusal().isEmpty()) {
            own.computeIfAbsent("403", each -> new TreeSet<>()).add(open.refusal());
        }
        for (var status : statuses) {
            boolean hasOwn =
                    own.containsKey(status)
                            && (writes || status.equals("400") || status.equals("403"));
            all.addApiResponse(
                    status,
                    hasOwn
                            ? problem(status, own.get(status))
                            : new ApiResponse().$ref("#/components/responses/" + status));
        }
        return all;
    }

    private static boolean asksForUnit(Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream()
                        .map(each -> String.valueOf(each.getName()))
                        .anyMatch(List.of("unitId", "departmentUnitId")::contains);
    }

    private static ApiResponse success(
            String path, Operation operation, Operations.Line line, boolean pages) {
        var answer = new ApiResponse().description(line.english());
        var content = new Content();
        if (path.endsWith("/stream")) {
            content.addMediaType(STREAM, new MediaType().schema(text()));
            answer.setDescription(
                    "Server-sent events: unit, activity, alert; lagging and reset without id. The"
                            + " AsyncAPI document says what they carry.");
        } else {
            content.addMediaType(JSON, new MediaType().schema(schemaOf(operation)));
            if (pages) {
                answer.addHeaderObject("Link", header("link"));
            }
        }
        answer.setContent(content);
        if (!line.version().isEmpty()) {
            answer.addHeaderObject("ETag", header("etag"));
        }
        if (line.status().equals("201") || line.status().equals("202")) {
            answer.addHeaderObject("Location", header("location"));
        }
        return answer;
    }

    private static @Nullable Schema schemaOf(Operation operation) {
        return operation.getResponses().values().stream()
                .filter(each -> each.getContent() != null)
                .flatMap(each -> each.getContent().values().stream())
                .map(MediaType::getSchema)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException(
                                operation.getOperationId() + " does not say what it answers"));
    }

    /** A refusal with the codes that are shared and the feature's own. */
    static ApiResponse problem(String status, Set<String> own) {
        var codes = new TreeSet<>(SHARED.get(status));
        codes.addAll(own);
        var answer =
                new ApiResponse()
                        .description(String.join(", ", codes))
                        .content(
                                new Content()
                                        .addMediaType(
                                                Problem.MEDIA_TYPE,
                                                new MediaType()
                                                        .schema(
                                                                new Schema<>()
                                                                        .$ref(
                                                                                "#/components/schemas/Problem"))));
        if (status.equals("429") || status.equals("503")) {
            answer.addHeaderObject("Retry-After", header("retryAfter"));
        }
        return answer;
    }

    private static Header header(String name) {
        return new Header().$ref("#/components/headers/" + name);
    }

    static Schema text() {
        var text = new JsonSchema();
        text.setTypes(Set.of("string"));
        return text;
    }

    private static boolean takes(HandlerMethod handler, Class<?> type) {
        return Arrays.asList(handler.getMethod().getParameterTypes()).contains(type);
    }

    /** What is in the response entity, if the method answers one. */
    private static @Nullable Type rawReturn(HandlerMethod handler) {
        var type = handler.getMethod().getGenericReturnType();
        if (type instanceof ParameterizedType entity
                && entity.getRawType() == ResponseEntity.class) {
            type = entity.getActualTypeArguments()[0];
        }
        return type instanceof ParameterizedType generic ? generic.getRawType() : type;
    }
}
