package haicap.deploy;

import static haicap.deploy.Manifests.elements;

import com.fasterxml.jackson.databind.JsonNode;

/** Label selectors as Kubernetes reads them. */
final class Selectors {

    private Selectors() {}

    static boolean matches(JsonNode selector, JsonNode labels) {
        return selector.path("matchLabels").properties().stream()
                        .allMatch(each -> each.getValue().equals(labels.path(each.getKey())))
                && elements(selector.path("matchExpressions"))
                        .allMatch(each -> holds(each, labels));
    }

    private static boolean holds(JsonNode expression, JsonNode labels) {
        var label = labels.path(expression.path("key").asText());
        return switch (expression.path("operator").asText()) {
            case "Exists" -> !label.isMissingNode();
            case "DoesNotExist" -> label.isMissingNode();
            case "In" -> elements(expression.path("values")).anyMatch(label::equals);
            case "NotIn" -> elements(expression.path("values")).noneMatch(label::equals);
            default -> throw new IllegalArgumentException(expression.toString());
        };
    }
}
