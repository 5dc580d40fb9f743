package haicap.deploy;

import static haicap.deploy.Manifests.containers;
import static haicap.deploy.Manifests.elements;
import static haicap.deploy.Manifests.label;
import static haicap.deploy.Manifests.pod;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is asked of each pod. */
final class PodRules {

    private static final int LOWEST_USER = 10_000;
    private static final String LIVENESS = "/actuator/health/liveness";
    private static final Map<String, String> PROBES =
            Map.of(
                    "startupProbe", LIVENESS,
                    "livenessProbe", LIVENESS,
                    "readinessProbe", "/actuator/health/readiness");

    private PodRules() {}

    static List<String> runAsNobodyAndMayNothing(Manifests manifests) {
        var wrong = new Wrong();
        manifests
                .workloads()
                .forEach(workload -> {
                    var pod = pod(workload);
                    wrong.unless(
                            pod.at("/securityContext/runAsNonRoot").asBoolean(),
                            workload,
                            "may be root");
                    wrong.unless(
                            pod.at("/securityContext/runAsUser").asInt() >= LOWEST_USER,
                            workload,
                            "user");
                    wrong.unless(
                            pod.at("/securityContext/seccompProfile/type")
                                    .asText()
                                    .equals("RuntimeDefault"),
                            workload,
                            "seccomp");
                    for (var host : List.of("hostNetwork", "hostPID", "hostIPC")) {
                        wrong.unless(!pod.path(host).asBoolean(), workload, host);
                    }
                    containers(workload)
                            .forEach(container -> {
                                var security = container.path("securityContext");
                                wrong.unless(
                                        !security.path("privileged").asBoolean(),
                                        workload,
                                        "privileged");
                                wrong.unless(
                                        security.has("allowPrivilegeEscalation")
                                                && !security.path("allowPrivilegeEscalation")
                                                        .asBoolean(),
                                        workload,
                                        "escalation");
                                wrong.unless(
                                        security.at("/capabilities/drop/0").asText().equals("ALL")
                                                && !security.at("/capabilities").has("add"),
                                        workload,
                                        "capabilities");
                                wrong.unless(
                                        security.path("readOnlyRootFilesystem").asBoolean(),
                                        workload,
                                        "writes into its image");
                            });
                });
        return wrong.all();
    }

    static List<String> haveABoundedPlaceForTemporaryFiles(Manifests manifests) {
        var wrong = new Wrong();
        manifests
                .workloads()
                .forEach(workload ->
                        containers(workload)
                                .forEach(container -> {
                                    var volume =
                                            elements(container.path("volumeMounts"))
                                                    .filter(mount ->
                                                            mount.path("mountPath")
                                                                    .asText()
                                                                    .equals("/tmp"))
                                                    .map(mount -> mount.path("name").asText())
                                                    .findFirst()
                                                    .orElse("");
                                    wrong.unless(
                                            elements(pod(workload).path("volumes"))
                                                    .anyMatch(each ->
                                                            each.path("name")
                                                                            .asText()
                                                                            .equals(volume)
                                                                    && each.at(
                                                                                    "/emptyDir/sizeLimit")
                                                                            .isTextual()),
                                            workload,
                                            "no bounded /tmp");
                                }));
        return wrong.all();
    }

    static List<String> haveAnAccountThatMayNothing(Manifests manifests) {
        var wrong = new Wrong();
        manifests
                .workloads()
                .forEach(workload -> {
                    var pod = pod(workload);
                    var account = pod.path("serviceAccountName").asText();
                    wrong.unless(
                            !account.isEmpty() && !account.equals("default"),
                            workload,
                            "no account of its own");
                    wrong.unless(
                            manifests.find("ServiceAccount", account).isPresent(),
                            workload,
                            "account " + account + " does not exist");
                    wrong.unless(
                            pod.has("automountServiceAccountToken")
                                    && !pod.path("automountServiceAccountToken").asBoolean(),
                            workload,
                            "token is mounted");
                    wrong.unless(
                            pod.has("enableServiceLinks")
                                    && !pod.path("enableServiceLinks").asBoolean(),
                            workload,
                            "service links");
                });
        manifests
                .kind("ServiceAccount")
                .forEach(account ->
                        wrong.unless(
                                account.has("automountServiceAccountToken")
                                        && !account.path("automountServiceAccountToken")
                                                .asBoolean(),
                                account,
                                "token is mounted"));
        for (var kind : List.of("Role", "RoleBinding", "ClusterRole", "ClusterRoleBinding")) {
            manifests.kind(kind).forEach(each -> wrong.add(each, "rights that nothing uses"));
        }
        return wrong.all();
    }

    static List<String> areProbedAtTheManagementPort(Manifests manifests) {
        var wrong = new Wrong();
        manifests
                .kind("Deployment")
                .forEach(workload ->
                        containers(workload)
                                .forEach(container -> {
                                    PROBES.forEach((probe, path) -> {
                                        wrong.unless(
                                                container
                                                        .path(probe)
                                                        .at("/httpGet/path")
                                                        .asText()
                                                        .equals(path),
                                                workload,
                                                probe);
                                        wrong.unless(
                                                container
                                                        .path(probe)
                                                        .at("/httpGet/port")
                                                        .asText()
                                                        .equals("management"),
                                                workload,
                                                probe + " at another port");
                                    });
                                    wrong.unless(
                                            elements(container.path("ports"))
                                                    .anyMatch(port ->
                                                            port.path("name")
                                                                            .asText()
                                                                            .equals("management")
                                                                    && port.path("containerPort")
                                                                            .asText()
                                                                            .equals(
                                                                                    manifests
                                                                                            .environment(
                                                                                                    workload)
                                                                                            .get(
                                                                                                    "MANAGEMENT_SERVER_PORT"))),
                                            workload,
                                            "port management is not the settings'");
                                    wrong.unless(
                                            elements(container.path("ports"))
                                                    .anyMatch(port ->
                                                            port.path("name")
                                                                            .asText()
                                                                            .equals("http")
                                                                    && port.path("containerPort")
                                                                            .asText()
                                                                            .equals(
                                                                                    manifests
                                                                                            .environment(
                                                                                                    workload)
                                                                                            .get(
                                                                                                    "SERVER_PORT"))),
                                            workload,
                                            "port http is not the settings'");
                                }));
        return wrong.all();
    }

    static List<String> askForWhatTheyUse(Manifests manifests) {
        var wrong = new Wrong();
        manifests
                .workloads()
                .forEach(workload ->
                        containers(workload)
                                .forEach(container -> {
                                    var resources = container.path("resources");
                                    wrong.unless(
                                            resources.at("/requests/cpu").isValueNode(),
                                            workload,
                                            "no request of processor time");
                                    wrong.unless(
                                            resources.at("/requests/memory").isTextual(),
                                            workload,
                                            "no request of memory");
                                    wrong.unless(
                                            resources
                                                    .at("/limits/memory")
                                                    .equals(resources.at("/requests/memory")),
                                            workload,
                                            "memory limit is not its request");
                                }));
        return wrong.all();
    }

    static List<String> endInGoodOrder(Manifests manifests) {
        var wrong = new Wrong();
        manifests
                .kind("Deployment")
                .forEach(workload -> {
                    var sleep =
                            containers(workload)
                                    .findFirst()
                                    .orElseThrow()
                                    .at("/lifecycle/preStop/sleep/seconds")
                                    .asInt();
                    var grace = pod(workload).path("terminationGracePeriodSeconds").asInt();
                    wrong.unless(sleep > 0, workload, "ends while requests still come");
                    wrong.unless(
                            grace - sleep > 2 * Settings.secondsOfAShutdownPhase(),
                            workload,
                            "is killed before its shutdown ends");
                });
        wrong.unless(Settings.endsGracefully(), "settings: server.shutdown is not graceful");
        return wrong.all();
    }

    static List<String> areReplacedOneByOne(Manifests manifests) {
        var wrong = new Wrong();
        manifests
                .kind("Deployment")
                .forEach(workload -> {
                    var update = workload.at("/spec/strategy/rollingUpdate");
                    wrong.unless(
                            update.path("maxUnavailable").isInt()
                                    && update.path("maxUnavailable").asInt() == 0,
                            workload,
                            "maxUnavailable");
                    wrong.unless(update.path("maxSurge").asInt() == 1, workload, "maxSurge");
                    for (var field :
                            List.of(
                                    "minReadySeconds",
                                    "progressDeadlineSeconds",
                                    "revisionHistoryLimit")) {
                        wrong.unless(
                                workload.path("spec").path(field).asInt() > 0, workload, field);
                    }
                });
        return wrong.all();
    }

    static List<String> standApart(Manifests manifests) {
        var wrong = new Wrong();
        manifests
                .kind("Deployment")
                .forEach(workload -> {
                    var keys = new ArrayList<String>();
                    elements(pod(workload).path("topologySpreadConstraints"))
                            .filter(each ->
                                    each.at("/matchLabelKeys/0")
                                            .asText()
                                            .equals("pod-template-hash"))
                            .filter(each ->
                                    Selectors.matches(each.path("labelSelector"), labels(workload)))
                            .forEach(each -> keys.add(each.path("topologyKey").asText()));
                    wrong.unless(
                            keys.containsAll(
                                    List.of(
                                            "topology.kubernetes.io/zone",
                                            "kubernetes.io/hostname")),
                            workload,
                            "is not spread");
                    wrong.unless(
                            !pod(workload).at("/affinity/podAntiAffinity").isMissingNode(),
                            workload,
                            "no anti-affinity");
                });
        return wrong.all();
    }

    static JsonNode labels(JsonNode workload) {
        return workload.at("/spec/template/metadata/labels");
    }

    /** Collects what is wrong. */
    static final class Wrong {

        private final List<String> all = new ArrayList<>();

        void unless(boolean isRight, JsonNode object, String what) {
            unless(isRight, label(object) + ": " + what);
        }

        void unless(boolean isRight, String what) {
            if (!isRight) {
                all.add(what);
            }
        }

        void add(JsonNode object, String what) {
            all.add(label(object) + ": " + what);
        }

        List<String> all() {
            return List.copyOf(all);
        }
    }
}
