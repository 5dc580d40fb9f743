package haicap.deploy;

import static haicap.deploy.Manifests.label;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every object has the fields of its kind and no others, at any depth. */
class SchemasTest {

    /** What we use of kinds whose schemas are to be had from their operators only. */
    private static final Map<String, Set<String>> USED =
            Map.of(
                    "postgresql.cnpg.io/v1 Cluster",
                            Set.of(
                                    "instances",
                                    "imageName",
                                    "storage",
                                    "walStorage",
                                    "bootstrap",
                                    "managed",
                                    "postgresql",
                                    "resources",
                                    "affinity",
                                    "plugins"),
                    "postgresql.cnpg.io/v1 ScheduledBackup",
                            Set.of("schedule", "cluster", "method", "pluginConfiguration"),
                    "barmancloud.cnpg.io/v1 ObjectStore",
                            Set.of("retentionPolicy", "configuration"),
                    "keda.sh/v1alpha1 ScaledObject",
                            Set.of(
                                    "scaleTargetRef",
                                    "minReplicaCount",
                                    "maxReplicaCount",
                                    "triggers"),
                    "keda.sh/v1alpha1 TriggerAuthentication", Set.of("secretTargetRef"),
                    "monitoring.coreos.com/v1 ServiceMonitor", Set.of("selector", "endpoints"),
                    "monitoring.coreos.com/v1 PodMonitor",
                            Set.of("selector", "podMetricsEndpoints"),
                    "monitoring.coreos.com/v1 PrometheusRule", Set.of("groups"));

    private static final KubernetesSerialization TYPED = new KubernetesSerialization();
    private static StrimziSchemas strimzi;

    @BeforeAll
    static void generate() throws Exception {
        strimzi = new StrimziSchemas();
    }

    static Stream<Manifests> overlays() {
        return Stream.of(
                Manifests.production(),
                Manifests.demo(),
                Manifests.with(
                        "consumers",
                        List.of("strimzi", "cloudnative-pg", "keda", "network-policies")),
                Manifests.with("external", List.of("external-stores", "ingress", "prometheus")));
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void everyObjectKeepsItsSchema(Manifests manifests) {
        assertThat(manifests.all().stream().flatMap(each -> violations(each).stream())).isEmpty();
    }

    @Test
    void aTypoDeepInAPodIsNoticed() {
        isNoticed(
                "Deployment/case",
                "/spec/template/spec/containers/0/securityContext",
                each -> each.put("readOnlyRootFilesytem", true));
    }

    @Test
    void aValueOfAnotherTypeIsNoticed() {
        isNoticed("Deployment/case", "/spec", each -> each.put("minReadySeconds", "soon"));
    }

    @Test
    void aTypoInARouteIsNoticed() {
        isNoticed(
                "HTTPRoute/haicap",
                "/spec/rules/0/timeouts",
                each -> each.put("backendrequest", "0s"));
    }

    @Test
    void aTypoInTheBrokerIsNoticed() {
        isNoticed(
                "Kafka/haicap",
                "/spec/kafka/listeners/0",
                each -> each.put("authentification", "tls"));
    }

    @Test
    void aTopicWithoutPartitionsOfTheRightTypeIsNoticed() {
        isNoticed("KafkaTopic/haicap.case.v1", "/spec", each -> each.put("partitions", "three"));
    }

    @Test
    void aFieldThatAnOperatorDoesNotHaveIsNoticed() {
        isNoticed("Cluster/case-database", "/spec", each -> each.put("instance", 3));
    }

    private static void isNoticed(String object, String place, Consumer<ObjectNode> change) {
        assertThat(
                        Manifests.production().but(object, place, change).all().stream()
                                .flatMap(each -> violations(each).stream()))
                .isNotEmpty();
    }

    private static List<String> violations(JsonNode object) {
        var kind = object.path("apiVersion").asText() + " " + object.path("kind").asText();
        var violations = new ArrayList<String>();
        if (strimzi.know(object)) {
            violations.addAll(strimzi.violations(object));
        } else if (USED.containsKey(kind)) {
            object.path("spec")
                    .fieldNames()
                    .forEachRemaining(field -> {
                        if (!USED.get(kind).contains(field)) {
                            violations.add("spec." + field);
                        }
                    });
        } else {
            walk(typed(object, violations), "", violations);
        }
        return violations.stream().map(each -> label(object) + ": " + each).toList();
    }

    private static Object typed(JsonNode object, List<String> violations) {
        try {
            var typed = TYPED.<Object>unmarshal(object.toString());
            if (typed.getClass().getSimpleName().equals("GenericKubernetesResource")) {
                violations.add("of no known kind");
                return Map.of();
            }
            return typed;
        } catch (RuntimeException e) {
            violations.add(String.valueOf(e.getMessage()));
            return Map.of();
        }
    }

    /** The client keeps what it does not know in a map of each object. */
    private static void walk(Object value, String place, List<String> violations) {
        switch (value) {
            case null -> {}
            case Collection<?> all -> all.forEach(each -> walk(each, place + "[]", violations));
            case Map<?, ?> all ->
                    all.forEach((key, each) -> walk(each, place + "." + key, violations));
            case Object each
                    when each.getClass().getName().startsWith("io.fabric8.")
                            && !each.getClass().isEnum() -> {
                for (var method : each.getClass().getMethods()) {
                    if (method.getName().equals("getAdditionalProperties")) {
                        ((Map<?, ?>) got(each, method))
                                .keySet()
                                .forEach(key -> violations.add(place + "." + key + " is unknown"));
                    } else if (method.getName().startsWith("get")
                            && method.getParameterCount() == 0
                            && !method.getDeclaringClass().equals(Object.class)) {
                        walk(
                                got(each, method),
                                place + "." + method.getName().substring(3),
                                violations);
                    }
                }
            }
            default -> {}
        }
    }

    private static Object got(Object from, Method method) {
        try {
            return method.invoke(from);
        } catch (IllegalAccessException | InvocationTargetException e) {
            return null;
        }
    }
}
