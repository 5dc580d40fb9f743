package haicap.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every overlay keeps every rule, and every rule notices what breaks it. */
class ManifestsTest {

    private static final String CASE = "Deployment/case";
    private static final String POD = "/spec/template/spec";
    private static final String CONTAINER = POD + "/containers/0";

    private static Map<String, Rule> rules() {
        return Map.ofEntries(
                Map.entry("pods run as nobody and may nothing", PodRules::runAsNobodyAndMayNothing),
                Map.entry("pods have a bounded /tmp", PodRules::haveABoundedPlaceForTemporaryFiles),
                Map.entry(
                        "pods have an account that may nothing",
                        PodRules::haveAnAccountThatMayNothing),
                Map.entry(
                        "pods are probed at the management port",
                        PodRules::areProbedAtTheManagementPort),
                Map.entry("pods ask for what they use", PodRules::askForWhatTheyUse),
                Map.entry("pods end in good order", PodRules::endInGoodOrder),
                Map.entry("pods are replaced one by one", PodRules::areReplacedOneByOne),
                Map.entry("pods stand apart", PodRules::standApart),
                Map.entry("the namespace is restricted", ObjectRules::theNamespaceIsRestricted),
                Map.entry(
                        "disruptions take one pod at a time",
                        ObjectRules::disruptionsTakeOnePodAtATime),
                Map.entry("one scales a workload", ObjectRules::oneScalesAWorkloadAndItIsSound),
                Map.entry("no secret stands in them", ObjectRules::noSecretStandsInThem),
                Map.entry(
                        "a changed setting replaces pods",
                        ObjectRules::aChangedSettingReplacesPods),
                Map.entry(
                        "migrations run once for a release",
                        ObjectRules::migrationsRunOnceForARelease),
                Map.entry("everything is labelled", ObjectRules::everythingIsLabelled),
                Map.entry(
                        "streams have no time limit",
                        ObjectRules::streamsHaveNoTimeLimitAndAllElseHas),
                Map.entry("services lead to pods", ObjectRules::servicesLeadToPods),
                Map.entry("addresses are of services", ObjectRules::addressesAreOfServices),
                Map.entry("monitors find their ports", ObjectRules::monitorsFindTheirPorts),
                Map.entry(
                        "stores are where they are looked for",
                        ObjectRules::storesAreWhereTheyAreLookedFor),
                Map.entry(
                        "secrets are those that somebody makes",
                        ObjectRules::secretsAreThoseThatSomebodyMakes),
                Map.entry("every setting is one", CodeRules::everySettingIsOne),
                Map.entry("topics are those of the code", CodeRules::topicsAreThoseOfTheCode),
                Map.entry("users may what the code does", CodeRules::usersMayWhatTheCodeDoes));
    }

    static Stream<Arguments> kept() {
        return rules().entrySet().stream()
                .flatMap(rule ->
                        Stream.of(
                                arguments(
                                        "production: " + rule.getKey(),
                                        rule.getValue(),
                                        Manifests.production()),
                                arguments(
                                        "demo: " + rule.getKey(),
                                        rule.getValue(),
                                        Manifests.demo())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void kept(String name, Rule rule, Manifests manifests) {
        assertThat(rule.violations(manifests)).isEmpty();
    }

    static Stream<Arguments> keptByProduction() {
        return Stream.of(
                arguments(
                        "nothing speaks unless allowed",
                        (Rule) ObjectRules::nothingSpeaksUnlessAllowed),
                arguments("images are the release's", (Rule) ObjectRules::imagesAreTheReleases));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void keptByProduction(String name, Rule rule) {
        assertThat(rule.violations(Manifests.production())).isEmpty();
    }

    @Test
    void demoImagesHaveATag() {
        assertThat(ObjectRules.imagesHaveATag(Manifests.demo())).isEmpty();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault(
                        "a root user",
                        PodRules::runAsNobodyAndMayNothing,
                        CASE,
                        POD + "/securityContext",
                        each -> each.remove("runAsNonRoot")),
                fault(
                        "a low user",
                        PodRules::runAsNobodyAndMayNothing,
                        CASE,
                        POD + "/securityContext",
                        each -> each.put("runAsUser", 1000)),
                fault(
                        "no seccomp",
                        PodRules::runAsNobodyAndMayNothing,
                        CASE,
                        POD + "/securityContext",
                        each -> each.remove("seccompProfile")),
                fault(
                        "a privileged container",
                        PodRules::runAsNobodyAndMayNothing,
                        CASE,
                        CONTAINER + "/securityContext",
                        each -> each.put("privileged", true)),
                fault(
                        "an escalation",
                        PodRules::runAsNobodyAndMayNothing,
                        CASE,
                        CONTAINER + "/securityContext",
                        each -> each.remove("allowPrivilegeEscalation")),
                fault(
                        "a capability",
                        PodRules::runAsNobodyAndMayNothing,
                        "Job/case-migrations",
                        CONTAINER + "/securityContext/capabilities",
                        each -> each.putArray("add").add("NET_RAW")),
                fault(
                        "a root that is written",
                        PodRules::runAsNobodyAndMayNothing,
                        CASE,
                        CONTAINER + "/securityContext",
                        each -> each.put("readOnlyRootFilesystem", false)),
                fault(
                        "the host's network",
                        PodRules::runAsNobodyAndMayNothing,
                        CASE,
                        POD,
                        each -> each.put("hostNetwork", true)),
                fault(
                        "an unbounded /tmp",
                        PodRules::haveABoundedPlaceForTemporaryFiles,
                        CASE,
                        POD + "/volumes/0/emptyDir",
                        each -> each.remove("sizeLimit")),
                fault(
                        "the default account",
                        PodRules::haveAnAccountThatMayNothing,
                        CASE,
                        POD,
                        each -> each.remove("serviceAccountName")),
                fault(
                        "a token of the cluster",
                        PodRules::haveAnAccountThatMayNothing,
                        CASE,
                        POD,
                        each -> each.put("automountServiceAccountToken", true)),
                fault(
                        "service links",
                        PodRules::haveAnAccountThatMayNothing,
                        CASE,
                        POD,
                        each -> each.remove("enableServiceLinks")),
                fault(
                        "no liveness probe",
                        PodRules::areProbedAtTheManagementPort,
                        CASE,
                        CONTAINER,
                        each -> each.remove("livenessProbe")),
                fault(
                        "no startup probe",
                        PodRules::areProbedAtTheManagementPort,
                        CASE,
                        CONTAINER,
                        each -> each.remove("startupProbe")),
                fault(
                        "a probe of the wrong kind",
                        PodRules::areProbedAtTheManagementPort,
                        CASE,
                        CONTAINER + "/livenessProbe/httpGet",
                        each -> each.put("path", "/actuator/health/readiness")),
                fault(
                        "a probe at the callers' port",
                        PodRules::areProbedAtTheManagementPort,
                        CASE,
                        CONTAINER + "/readinessProbe/httpGet",
                        each -> each.put("port", "http")),
                fault(
                        "another management port",
                        PodRules::areProbedAtTheManagementPort,
                        "ConfigMap/haicap",
                        "/data",
                        each -> each.put("MANAGEMENT_SERVER_PORT", "9090")),
                fault(
                        "no request of memory",
                        PodRules::askForWhatTheyUse,
                        CASE,
                        CONTAINER + "/resources/requests",
                        each -> each.remove("memory")),
                fault(
                        "no request of processor time",
                        PodRules::askForWhatTheyUse,
                        CASE,
                        CONTAINER + "/resources/requests",
                        each -> each.remove("cpu")),
                fault(
                        "more memory than asked for",
                        PodRules::askForWhatTheyUse,
                        CASE,
                        CONTAINER + "/resources/limits",
                        each -> each.put("memory", "4Gi")),
                fault(
                        "no preStop",
                        PodRules::endInGoodOrder,
                        CASE,
                        CONTAINER,
                        each -> each.remove("lifecycle")),
                fault(
                        "too little grace",
                        PodRules::endInGoodOrder,
                        CASE,
                        POD,
                        each -> each.put("terminationGracePeriodSeconds", 15)),
                fault(
                        "unavailable while rolled",
                        PodRules::areReplacedOneByOne,
                        CASE,
                        "/spec/strategy/rollingUpdate",
                        each -> each.put("maxUnavailable", 1)),
                fault(
                        "no deadline of progress",
                        PodRules::areReplacedOneByOne,
                        CASE,
                        "/spec",
                        each -> each.remove("progressDeadlineSeconds")),
                fault(
                        "no minReadySeconds",
                        PodRules::areReplacedOneByOne,
                        CASE,
                        "/spec",
                        each -> each.remove("minReadySeconds")),
                fault(
                        "no spread",
                        PodRules::standApart,
                        CASE,
                        POD,
                        each -> each.remove("topologySpreadConstraints")),
                fault(
                        "an unrestricted namespace",
                        ObjectRules::theNamespaceIsRestricted,
                        "Namespace/haicap",
                        "/metadata/labels",
                        each -> each.put("pod-security.kubernetes.io/enforce", "baseline")),
                fault(
                        "no disruption budget",
                        ObjectRules::disruptionsTakeOnePodAtATime,
                        "PodDisruptionBudget/case",
                        "/spec/selector/matchLabels",
                        each -> each.put("app.kubernetes.io/name", "cases")),
                fault(
                        "a sick pod that stays",
                        ObjectRules::disruptionsTakeOnePodAtATime,
                        "PodDisruptionBudget/case",
                        "/spec",
                        each -> each.remove("unhealthyPodEvictionPolicy")),
                fault(
                        "one pod at least",
                        ObjectRules::oneScalesAWorkloadAndItIsSound,
                        "HorizontalPodAutoscaler/case",
                        "/spec",
                        each -> each.put("minReplicas", 1)),
                fault(
                        "replicas said twice",
                        ObjectRules::oneScalesAWorkloadAndItIsSound,
                        CASE,
                        "/spec",
                        each -> each.put("replicas", 2)),
                fault(
                        "everything may speak",
                        ObjectRules::nothingSpeaksUnlessAllowed,
                        "NetworkPolicy/nothing-unless-allowed",
                        "/spec",
                        each -> each.putArray("egress").addObject()),
                fault(
                        "a policy of nobody",
                        ObjectRules::nothingSpeaksUnlessAllowed,
                        "NetworkPolicy/edge-to-gateway",
                        "/spec/podSelector/matchLabels",
                        each -> each.put("app.kubernetes.io/name", "gate")),
                fault(
                        "an image by tag",
                        ObjectRules::imagesAreTheReleases,
                        CASE,
                        CONTAINER,
                        each -> each.put("image", "haicap/case:latest")),
                fault(
                        "an image that is always pulled",
                        ObjectRules::imagesAreTheReleases,
                        CASE,
                        CONTAINER,
                        each -> each.put("imagePullPolicy", "Always")),
                fault(
                        "a secret in the environment",
                        ObjectRules::noSecretStandsInThem,
                        "ConfigMap/haicap",
                        "/data",
                        each -> each.put("HAICAP_CLIENT_SECRET", "x")),
                fault(
                        "a setting that replaces nothing",
                        ObjectRules::aChangedSettingReplacesPods,
                        CASE,
                        CONTAINER + "/envFrom/0/configMapRef",
                        each -> each.put("name", "haicap")),
                fault(
                        "a migration at each start",
                        ObjectRules::migrationsRunOnceForARelease,
                        "ConfigMap/haicap",
                        "/data",
                        each -> each.put("HAICAP_SCHEMA_AT_START", "migrate")),
                fault(
                        "a job that stays",
                        ObjectRules::migrationsRunOnceForARelease,
                        "Job/case-migrations",
                        "/spec",
                        each -> each.remove("ttlSecondsAfterFinished")),
                fault(
                        "a job of another release",
                        ObjectRules::migrationsRunOnceForARelease,
                        "Job/case-migrations",
                        CONTAINER,
                        each -> each.put("image", "haicap/case:0.0.9")),
                fault(
                        "no label",
                        ObjectRules::everythingIsLabelled,
                        CASE,
                        "/metadata/labels",
                        each -> each.remove("app.kubernetes.io/part-of")),
                fault(
                        "a stream with an end",
                        ObjectRules::streamsHaveNoTimeLimitAndAllElseHas,
                        "HTTPRoute/haicap",
                        "/spec/rules/0/timeouts",
                        each -> each.put("request", "60s")),
                fault(
                        "a request without one",
                        ObjectRules::streamsHaveNoTimeLimitAndAllElseHas,
                        "HTTPRoute/haicap",
                        "/spec/rules/1/timeouts",
                        each -> each.put("backendRequest", "0s")),
                fault(
                        "a service of nobody",
                        ObjectRules::servicesLeadToPods,
                        "Service/case",
                        "/spec/selector",
                        each -> each.put("app.kubernetes.io/name", "cases")),
                fault(
                        "a port of nobody",
                        ObjectRules::servicesLeadToPods,
                        "Service/case",
                        "/spec/ports/0",
                        each -> each.put("targetPort", "web")),
                fault(
                        "an address of nobody",
                        ObjectRules::addressesAreOfServices,
                        "ConfigMap/haicap",
                        "/data",
                        each -> each.put("HAICAP_CASE_URL", "http://cases:8080")),
                fault(
                        "a monitor of nothing",
                        ObjectRules::monitorsFindTheirPorts,
                        "ServiceMonitor/haicap",
                        "/spec/endpoints/0",
                        each -> each.put("port", "metrics")),
                fault(
                        "a database of nobody",
                        ObjectRules::storesAreWhereTheyAreLookedFor,
                        "Cluster/case-database",
                        "/spec/bootstrap/initdb",
                        each -> each.put("database", "cases")),
                fault(
                        "a certificate unchecked",
                        ObjectRules::storesAreWhereTheyAreLookedFor,
                        "ConfigMap/case",
                        "/data",
                        each ->
                                each.put(
                                        "HAICAP_DB_URL",
                                        "jdbc:postgresql://case-database-rw:5432/case_service?sslmode=require")),
                fault(
                        "a listener of nobody",
                        ObjectRules::storesAreWhereTheyAreLookedFor,
                        "ConfigMap/haicap",
                        "/data",
                        each -> each.put("HAICAP_KAFKA", "haicap-kafka-bootstrap:9092")),
                fault(
                        "a secret that nobody makes",
                        ObjectRules::secretsAreThoseThatSomebodyMakes,
                        CASE,
                        POD + "/volumes/1/projected/sources/0/secret",
                        each -> each.put("name", "case-db")),
                fault(
                        "a variable that binds to nothing",
                        CodeRules::everySettingIsOne,
                        "ConfigMap/haicap",
                        "/data",
                        each -> each.put("HAICAP_KAFKA_BROKERS", "x:9093")),
                fault(
                        "a setting that Kafka does not know",
                        CodeRules::everySettingIsOne,
                        "ConfigMap/haicap",
                        "/data",
                        each -> each.put("HAICAP_BROKER_CLIENT_SASL_MECHANISMS", "PLAIN")),
                fault(
                        "a setting that OpenTelemetry does not know",
                        CodeRules::everySettingIsOne,
                        "ConfigMap/haicap",
                        "/data",
                        each -> each.put("OTEL_TRACES_SAMPLERS", "always_on")),
                fault(
                        "a file that binds to nothing",
                        CodeRules::everySettingIsOne,
                        CASE,
                        POD + "/volumes/1/projected/sources/0/secret/items/0",
                        each -> each.put("path", "spring.datasource.user")),
                fault(
                        "a topic that the code does not use",
                        CodeRules::topicsAreThoseOfTheCode,
                        "KafkaTopic/haicap.case.v1",
                        "/metadata",
                        each -> each.put("name", "haicap.cases.v1")),
                fault(
                        "other partitions",
                        CodeRules::topicsAreThoseOfTheCode,
                        "KafkaTopic/haicap.case.v1",
                        "/spec",
                        each -> each.put("partitions", 6)),
                fault(
                        "a topic that is not compacted",
                        CodeRules::topicsAreThoseOfTheCode,
                        "KafkaTopic/haicap.org.v1",
                        "/spec/config",
                        each -> each.remove("cleanup.policy")),
                fault(
                        "a right that is missing",
                        CodeRules::usersMayWhatTheCodeDoes,
                        "KafkaUser/reporting",
                        "/spec/authorization/acls/2/resource",
                        each -> each.put("name", "haicap.cases.v1")),
                fault(
                        "a relay that may have no transactions",
                        CodeRules::usersMayWhatTheCodeDoes,
                        "KafkaUser/case",
                        "/spec/authorization/acls/1/resource",
                        each -> each.put("name", "relay.")),
                fault(
                        "a right too many",
                        CodeRules::usersMayWhatTheCodeDoes,
                        "KafkaUser/case",
                        "/spec/authorization/acls/2",
                        each -> each.putArray("operations").add("Read").add("Write")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void isNoticed(
            String name, Rule rule, String object, String place, Consumer<ObjectNode> change) {
        assertThat(rule.violations(Manifests.production().but(object, place, change))).isNotEmpty();
    }

    static Stream<Arguments> combinations() {
        return Stream.of(
                arguments("external", List.of("external-stores", "ingress", "prometheus")),
                arguments(
                        "consumers",
                        List.of("strimzi", "cloudnative-pg", "keda", "network-policies")),
                arguments(
                        "everything",
                        List.of(
                                "strimzi",
                                "cloudnative-pg",
                                "backups",
                                "autoscaling",
                                "keda",
                                "network-policies",
                                "prometheus",
                                "tracing",
                                "gateway-api",
                                "ingress")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void combinations(String name, List<String> components) {
        var manifests = Manifests.with(name, components);
        for (Rule rule :
                List.<Rule>of(
                        PodRules::runAsNobodyAndMayNothing,
                        PodRules::areProbedAtTheManagementPort,
                        ObjectRules::oneScalesAWorkloadAndItIsSound,
                        ObjectRules::servicesLeadToPods,
                        ObjectRules::aChangedSettingReplacesPods,
                        CodeRules::everySettingIsOne)) {
            assertThat(rule.violations(manifests)).isEmpty();
        }
    }

    private static Arguments fault(
            String name, Rule rule, String object, String place, Consumer<ObjectNode> change) {
        return arguments(name, rule, object, place, change);
    }
}
