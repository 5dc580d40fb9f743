package haicap.deploy;

import static haicap.deploy.Manifests.containers;
import static haicap.deploy.Manifests.elements;
import static haicap.deploy.Manifests.label;
import static haicap.deploy.Manifests.name;
import static haicap.deploy.PodRules.labels;

import com.fasterxml.jackson.databind.JsonNode;
import haicap.deploy.PodRules.Wrong;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What is asked of objects besides pods, and of how they refer to each other. */
final class ObjectRules {

    private static final String PARTS = "app.kubernetes.io/";
    private static final Pattern HASHED = Pattern.compile(".*-[a-z0-9]{10}");
    private static final Pattern DIGEST = Pattern.compile("[^@]+@sha256:[0-9a-f]{64}");
    private static final Pattern TAG = Pattern.compile("[^@:]+:[0-9][^:@]*");
    private static final Pattern SECRET_NAME =
            Pattern.compile("(?i).*(password|secret|token$|jaas).*");

    private ObjectRules() {}

    static List<String> theNamespaceIsRestricted(Manifests manifests) {
        var wrong = new Wrong();
        wrong.unless(manifests.kind("Namespace").count() == 1, "not one namespace");
        manifests
                .kind("Namespace")
                .forEach(each -> {
                    for (var mode : List.of("enforce", "warn", "audit")) {
                        wrong.unless(
                                each.at("/metadata/labels")
                                        .path("pod-security.kubernetes.io/" + mode)
                                        .asText()
                                        .equals("restricted"),
                                each,
                                mode);
                    }
                });
        return wrong.all();
    }

    static List<String> disruptionsTakeOnePodAtATime(Manifests manifests) {
        var wrong = new Wrong();
        manifests
                .kind("Deployment")
                .forEach(workload -> {
                    var budgets =
                            manifests
                                    .kind("PodDisruptionBudget")
                                    .filter(each ->
                                            Selectors.matches(
                                                    each.at("/spec/selector"), labels(workload)))
                                    .toList();
                    wrong.unless(budgets.size() == 1, workload, "not one disruption budget");
                    budgets.forEach(each -> {
                        wrong.unless(
                                each.at("/spec/maxUnavailable").asInt() == 1,
                                each,
                                "maxUnavailable");
                        wrong.unless(
                                each.at("/spec/unhealthyPodEvictionPolicy")
                                        .asText()
                                        .equals("AlwaysAllow"),
                                each,
                                "a sick pod holds up its node");
                    });
                });
        return wrong.all();
    }

    static List<String> oneScalesAWorkloadAndItIsSound(Manifests manifests) {
        var wrong = new Wrong();
        manifests
                .kind("Deployment")
                .forEach(workload -> {
                    var scalers =
                            manifests.all().stream()
                                    .filter(each ->
                                            List.of("HorizontalPodAutoscaler", "ScaledObject")
                                                    .contains(each.path("kind").asText()))
                                    .filter(each ->
                                            each.at("/spec/scaleTargetRef/name")
                                                    .asText()
                                                    .equals(name(workload)))
                                    .toList();
                    wrong.unless(scalers.size() <= 1, workload, "is scaled by two");
                    wrong.unless(
                            scalers.isEmpty() != workload.at("/spec/replicas").isMissingNode(),
                            workload,
                            "replicas are said by the scaler, or here");
                });
        manifests
                .kind("HorizontalPodAutoscaler")
                .forEach(each -> {
                    wrong.unless(each.at("/spec/minReplicas").asInt() >= 2, each, "minReplicas");
                    wrong.unless(
                            manifests
                                    .find(
                                            "Deployment",
                                            each.at("/spec/scaleTargetRef/name").asText())
                                    .isPresent(),
                            each,
                            "scales nothing");
                });
        manifests
                .kind("ScaledObject")
                .forEach(each -> {
                    var trigger = each.at("/spec/triggers/0/metadata");
                    var topic = manifests.find("KafkaTopic", trigger.path("topic").asText());
                    wrong.unless(
                            topic.isEmpty()
                                    || each.at("/spec/maxReplicaCount").asInt()
                                            <= topic.get().at("/spec/partitions").asInt(),
                            each,
                            "more instances than partitions");
                    for (var field :
                            List.of("bootstrapServers", "consumerGroup", "topic", "lagThreshold")) {
                        wrong.unless(trigger.path(field).isTextual(), each, field);
                    }
                });
        return wrong.all();
    }

    static List<String> nothingSpeaksUnlessAllowed(Manifests manifests) {
        var wrong = new Wrong();
        var policies = manifests.kind("NetworkPolicy").toList();
        wrong.unless(
                policies.stream()
                        .anyMatch(each ->
                                each.at("/spec/podSelector").isEmpty()
                                        && each.at("/spec/policyTypes")
                                                .toString()
                                                .equals("[\"Ingress\",\"Egress\"]")
                                        && !each.path("spec").has("ingress")
                                        && !each.path("spec").has("egress")),
                "no denial of everything, both ways");
        wrong.unless(
                policies.stream()
                        .anyMatch(each -> each.at("/spec/egress/0/ports/0/port").asInt() == 53),
                "no names");
        policies.stream()
                .filter(each -> !each.at("/spec/podSelector").isEmpty())
                .filter(each ->
                        !each.at("/spec/podSelector")
                                .toString()
                                .matches(".*(cnpg.io|strimzi.io).*"))
                .forEach(each ->
                        wrong.unless(
                                manifests
                                        .workloads()
                                        .anyMatch(workload ->
                                                Selectors.matches(
                                                        each.at("/spec/podSelector"),
                                                        labels(workload))),
                                each,
                                "selects no pod"));
        manifests
                .workloads()
                .map(Manifests::name)
                .filter(each -> !each.equals("gateway") && !each.contains("migrations"))
                .forEach(each ->
                        wrong.unless(
                                policies.stream()
                                        .anyMatch(policy ->
                                                policy.at(
                                                                "/spec/egress/0/to/0/podSelector/matchLabels")
                                                        .path("cnpg.io/cluster")
                                                        .asText()
                                                        .equals(each + "-database")),
                                each + " does not reach its database"));
        return wrong.all();
    }

    static List<String> imagesAreTheReleases(Manifests manifests) {
        return images(manifests, DIGEST);
    }

    static List<String> imagesHaveATag(Manifests manifests) {
        return images(manifests, TAG);
    }

    private static List<String> images(Manifests manifests, Pattern form) {
        var wrong = new Wrong();
        manifests
                .workloads()
                .forEach(workload ->
                        containers(workload)
                                .forEach(container -> {
                                    wrong.unless(
                                            form.matcher(container.path("image").asText())
                                                    .matches(),
                                            workload,
                                            "image " + container.path("image").asText());
                                    wrong.unless(
                                            container
                                                    .path("imagePullPolicy")
                                                    .asText()
                                                    .equals("IfNotPresent"),
                                            workload,
                                            "imagePullPolicy");
                                }));
        return wrong.all();
    }

    static List<String> noSecretStandsInThem(Manifests manifests) {
        var wrong = new Wrong();
        manifests.kind("Secret").forEach(each -> wrong.add(each, "a Secret in the repository"));
        manifests
                .kind("ConfigMap")
                .forEach(each ->
                        each.path("data")
                                .propertyStream()
                                .forEach(entry ->
                                        wrong.unless(
                                                !SECRET_NAME.matcher(entry.getKey()).matches()
                                                        || entry.getValue()
                                                                .asText()
                                                                .startsWith("https://"),
                                                each,
                                                entry.getKey())));
        manifests
                .workloads()
                .forEach(workload ->
                        containers(workload)
                                .forEach(container ->
                                        elements(container.path("env"))
                                                .forEach(entry ->
                                                        wrong.unless(
                                                                !SECRET_NAME
                                                                                        .matcher(
                                                                                                entry.path(
                                                                                                                "name")
                                                                                                        .asText())
                                                                                        .matches()
                                                                                && !entry.toString()
                                                                                        .contains(
                                                                                                "secretKeyRef")
                                                                        || entry.path("value")
                                                                                .asText()
                                                                                .startsWith(
                                                                                        "/etc/"),
                                                                workload,
                                                                entry.path("name").asText()))));
        return wrong.all();
    }

    static List<String> aChangedSettingReplacesPods(Manifests manifests) {
        var wrong = new Wrong();
        manifests
                .kind("ConfigMap")
                .forEach(each ->
                        wrong.unless(
                                HASHED.matcher(name(each)).matches(),
                                each,
                                "has no sum of its content in its name"));
        manifests
                .workloads()
                .forEach(workload ->
                        containers(workload)
                                .forEach(container ->
                                        elements(container.path("envFrom"))
                                                .forEach(from ->
                                                        wrong.unless(
                                                                manifests
                                                                        .find(
                                                                                "ConfigMap",
                                                                                from.at(
                                                                                                "/configMapRef/name")
                                                                                        .asText())
                                                                        .isPresent(),
                                                                workload,
                                                                "no ConfigMap "
                                                                        + from.at(
                                                                                        "/configMapRef/name")
                                                                                .asText()))));
        return wrong.all();
    }

    static List<String> migrationsRunOnceForARelease(Manifests manifests) {
        var wrong = new Wrong();
        manifests
                .kind("Deployment")
                .filter(each ->
                        each.at("/metadata/labels")
                                .path(PARTS + "component")
                                .asText()
                                .equals("service"))
                .forEach(workload -> {
                    var job =
                            manifests
                                    .kind("Job")
                                    .filter(each ->
                                            name(each).startsWith(name(workload) + "-migrations"))
                                    .findFirst();
                    wrong.unless(job.isPresent(), workload, "no migrations");
                    wrong.unless(
                            "check"
                                    .equals(
                                            manifests
                                                    .environment(workload)
                                                    .get("HAICAP_SCHEMA_AT_START")),
                            workload,
                            "migrates at its start");
                    job.ifPresent(each -> {
                        wrong.unless(
                                containers(each)
                                        .findFirst()
                                        .orElseThrow()
                                        .path("image")
                                        .equals(
                                                containers(workload)
                                                        .findFirst()
                                                        .orElseThrow()
                                                        .path("image")),
                                each,
                                "another image than its service");
                        wrong.unless(
                                name(each).matches(".*-migrations-[0-9]+-[0-9]+-[0-9]+.*"),
                                each,
                                "no release in its name");
                        for (var field :
                                List.of(
                                        "backoffLimit",
                                        "ttlSecondsAfterFinished",
                                        "activeDeadlineSeconds")) {
                            wrong.unless(each.path("spec").path(field).asInt() > 0, each, field);
                        }
                        var own = Manifests.files(each).get("spring.datasource.password");
                        wrong.unless(
                                own != null
                                        && !own.equals(
                                                Manifests.files(workload)
                                                        .get("spring.datasource.password")),
                                each,
                                "by the role that serves");
                    });
                });
        return wrong.all();
    }

    static List<String> everythingIsLabelled(Manifests manifests) {
        var wrong = new Wrong();
        manifests.all().stream()
                .filter(each ->
                        !List.of("ConfigMap", "Namespace").contains(each.path("kind").asText()))
                .forEach(each -> {
                    var labels = each.at("/metadata/labels");
                    wrong.unless(
                            labels.path(PARTS + "part-of").asText().equals("haicap"),
                            each,
                            "part-of");
                    wrong.unless(labels.has(PARTS + "instance"), each, "instance");
                });
        manifests
                .workloads()
                .forEach(each -> {
                    for (var part : List.of("name", "component", "part-of")) {
                        wrong.unless(labels(each).has(PARTS + part), each, "pods without " + part);
                    }
                });
        return wrong.all();
    }

    static List<String> streamsHaveNoTimeLimitAndAllElseHas(Manifests manifests) {
        var wrong = new Wrong();
        manifests
                .kind("HTTPRoute")
                .forEach(route ->
                        elements(route.at("/spec/rules"))
                                .forEach(rule -> {
                                    var isOfStreams =
                                            rule.at("/matches/0/path/value")
                                                    .asText()
                                                    .equals("/api/v1/feed");
                                    wrong.unless(
                                            rule.at("/timeouts/request").asText().equals("0s")
                                                            == isOfStreams
                                                    && rule.at("/timeouts/request").isTextual(),
                                            route,
                                            "time limit");
                                    wrong.unless(
                                            rule.at("/timeouts/backendRequest")
                                                                    .asText()
                                                                    .equals("0s")
                                                            == isOfStreams
                                                    && rule.at("/timeouts/backendRequest")
                                                            .isTextual(),
                                            route,
                                            "time limit of the backend");
                                    elements(rule.path("backendRefs"))
                                            .forEach(to ->
                                                    wrong.unless(
                                                            manifests
                                                                    .find(
                                                                            "Service",
                                                                            to.path("name")
                                                                                    .asText())
                                                                    .filter(service ->
                                                                            elements(
                                                                                            service
                                                                                                    .at(
                                                                                                            "/spec/ports"))
                                                                                    .anyMatch(
                                                                                            port ->
                                                                                                    port.path(
                                                                                                                    "port")
                                                                                                            .equals(
                                                                                                                    to
                                                                                                                            .path(
                                                                                                                                    "port"))))
                                                                    .isPresent(),
                                                            route,
                                                            "leads nowhere"));
                                }));
        return wrong.all();
    }

    static List<String> servicesLeadToPods(Manifests manifests) {
        var wrong = new Wrong();
        manifests
                .kind("Service")
                .forEach(service -> {
                    var selector = service.at("/spec/selector");
                    var pods =
                            manifests
                                    .kind("Deployment")
                                    .filter(workload ->
                                            selector.properties().stream()
                                                    .allMatch(each ->
                                                            each.getValue()
                                                                    .equals(
                                                                            labels(workload)
                                                                                    .path(
                                                                                            each
                                                                                                    .getKey()))))
                                    .toList();
                    wrong.unless(
                            pods.size() == 1, service, "selects " + pods.size() + " workloads");
                    pods.forEach(workload ->
                            elements(service.at("/spec/ports"))
                                    .forEach(port ->
                                            wrong.unless(
                                                    containers(workload)
                                                            .flatMap(each ->
                                                                    elements(each.path("ports")))
                                                            .anyMatch(each ->
                                                                    each.path("name")
                                                                            .equals(
                                                                                    port.path(
                                                                                            "targetPort"))),
                                                    service,
                                                    "no port " + port.path("targetPort"))));
                });
        manifests
                .kind("Deployment")
                .forEach(each ->
                        wrong.unless(
                                Selectors.matches(each.at("/spec/selector"), labels(each)),
                                each,
                                "does not select its pods"));
        return wrong.all();
    }

    static List<String> addressesAreOfServices(Manifests manifests) {
        var wrong = new Wrong();
        var address = Pattern.compile("(?:dns[+])?http://([a-z-]+):[89]080.*");
        manifests
                .workloads()
                .forEach(workload ->
                        manifests
                                .environment(workload)
                                .forEach((name, value) -> {
                                    var host = address.matcher(value);
                                    if (host.matches() && !host.group(1).equals("localhost")) {
                                        wrong.unless(
                                                manifests
                                                        .find("Service", host.group(1))
                                                        .isPresent(),
                                                workload,
                                                name + " leads to no Service");
                                    }
                                }));
        return wrong.all();
    }

    static List<String> monitorsFindTheirPorts(Manifests manifests) {
        var wrong = new Wrong();
        manifests
                .kind("ServiceMonitor")
                .forEach(monitor -> {
                    var found =
                            manifests
                                    .kind("Service")
                                    .filter(each ->
                                            Selectors.matches(
                                                    monitor.at("/spec/selector"),
                                                    each.at("/metadata/labels")))
                                    .toList();
                    wrong.unless(
                            found.size() == manifests.kind("Deployment").count(),
                            monitor,
                            "finds " + found.size() + " services");
                    elements(monitor.at("/spec/endpoints"))
                            .forEach(endpoint -> {
                                wrong.unless(
                                        endpoint.path("path")
                                                .asText()
                                                .equals("/actuator/prometheus"),
                                        monitor,
                                        "path");
                                found.forEach(service ->
                                        wrong.unless(
                                                elements(service.at("/spec/ports"))
                                                        .anyMatch(port ->
                                                                port.path("name")
                                                                        .equals(
                                                                                endpoint.path(
                                                                                        "port"))),
                                                service,
                                                "has no port " + endpoint.path("port")));
                            });
                });
        return wrong.all();
    }

    static List<String> storesAreWhereTheyAreLookedFor(Manifests manifests) {
        var wrong = new Wrong();
        manifests
                .workloads()
                .filter(each -> manifests.environment(each).containsKey("HAICAP_DB_URL"))
                .forEach(workload -> {
                    var url = manifests.environment(workload).get("HAICAP_DB_URL");
                    var cluster =
                            manifests
                                    .kind("Cluster")
                                    .filter(each ->
                                            url.startsWith(
                                                    "jdbc:postgresql://%s-rw:5432/%s?"
                                                            .formatted(
                                                                    name(each),
                                                                    each.at(
                                                                                    "/spec/bootstrap/initdb/database")
                                                                            .asText())))
                                    .findFirst();
                    wrong.unless(cluster.isPresent(), workload, url + " is no cluster's");
                    wrong.unless(
                            url.contains("sslmode=verify-full"),
                            workload,
                            "does not check the database's certificate");
                    cluster.ifPresent(each ->
                            wrong.unless(
                                    roles(each)
                                            .containsAll(
                                                    List.of(
                                                            manifests
                                                                    .environment(workload)
                                                                    .get(
                                                                            "HAICAP_DB_APPLICATION_ROLE"))),
                                    each,
                                    "lacks the role that serves"));
                });
        manifests
                .workloads()
                .filter(each ->
                        manifests
                                .environment(each)
                                .containsKey("HAICAP_BROKER_CLIENT_SECURITY_PROTOCOL"))
                .forEach(workload -> {
                    var at = manifests.environment(workload).get("HAICAP_KAFKA");
                    wrong.unless(
                            manifests
                                    .kind("Kafka")
                                    .anyMatch(each ->
                                            at.equals(
                                                    name(each)
                                                            + "-kafka-bootstrap:"
                                                            + each.at(
                                                                            "/spec/kafka/listeners/0/port")
                                                                    .asInt())),
                            workload,
                            at + " is no listener");
                });
        return wrong.all();
    }

    private static List<String> roles(JsonNode cluster) {
        return elements(cluster.at("/spec/managed/roles"))
                .map(each -> each.path("name").asText())
                .toList();
    }

    static List<String> secretsAreThoseThatSomebodyMakes(Manifests manifests) {
        var wrong = new Wrong();
        var made =
                Map.of(
                        "-database",
                        "username password",
                        "-database-owner",
                        "username password",
                        "-client",
                        "client-secret",
                        "",
                        "sasl.jaas.config",
                        "-database-ca",
                        "ca.crt");
        manifests
                .workloads()
                .forEach(workload ->
                        Manifests.files(workload)
                                .forEach((file, secret) -> {
                                    var parts = secret.split("/", 2);
                                    var isMade =
                                            parts[0].equals("haicap-cluster-ca-cert")
                                                            && parts[1].equals("ca.crt")
                                                    || made.entrySet().stream()
                                                            .anyMatch(each ->
                                                                    List.of(
                                                                                            each.getValue()
                                                                                                    .split(
                                                                                                            " "))
                                                                                    .contains(
                                                                                            parts[
                                                                                                    1])
                                                                            && parts[0].endsWith(
                                                                                    each.getKey())
                                                                            && manifests
                                                                                    .find(
                                                                                            "Deployment",
                                                                                            parts[0]
                                                                                                    .substring(
                                                                                                            0,
                                                                                                            parts[
                                                                                                                            0]
                                                                                                                            .length()
                                                                                                                    - each.getKey()
                                                                                                                            .length()))
                                                                                    .isPresent());
                                    wrong.unless(isMade, workload, "nobody makes " + secret);
                                }));
        return wrong.all();
    }

    static String of(JsonNode object) {
        return label(object);
    }
}
