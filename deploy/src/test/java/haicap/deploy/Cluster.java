package haicap.deploy;

import static haicap.deploy.Manifests.containers;
import static haicap.deploy.Manifests.elements;
import static haicap.deploy.Manifests.name;
import static haicap.deploy.Manifests.pod;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The production overlay as processes of this machine: its own environment, its own secrets as
 * files, its own stores' roles, topics and rights. What is replaced are hosts and ports.
 */
final class Cluster implements AutoCloseable {

    private static final Path FOLDER = Path.of("target/production").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final Pattern PODS =
            Pattern.compile("(?:dns[+])?http://([a-z-]+?)(?:-pods)?:([89])080");
    private static final int REPLICAS = 2;

    private final Manifests manifests = Manifests.production();
    private final Certificates certificates;
    private final SecuredPostgres postgres;
    private final SecuredBroker broker;
    final OtherIssuer issuer;
    private final Map<String, String> secrets = new HashMap<>();
    private final Map<String, int[]> ports = new TreeMap<>();
    final Map<String, Container> running = new LinkedHashMap<>();

    Cluster() throws Exception {
        Ran.in(Path.of("."), List.of("rm", "-rf", FOLDER.toString()));
        certificates = Certificates.in(FOLDER.resolve("certificates"));
        var roles = new HashMap<String, String>();
        SecuredPostgres.roles(manifests).forEach(each -> roles.put(each, drawn()));
        var users = new HashMap<String, String>();
        SecuredBroker.users(manifests).forEach(each -> users.put(each, drawn()));
        postgres = new SecuredPostgres(certificates, FOLDER.resolve("postgres"));
        postgres.make(manifests, roles);
        broker = new SecuredBroker(certificates, FOLDER.resolve("kafka"), users);
        broker.make(manifests);
        issuer =
                new OtherIssuer(
                        certificates,
                        Map.of(
                                "service-reporting",
                                "internal.authority internal.recount",
                                "service-case",
                                "internal.authority",
                                "service-inspection",
                                "internal.authority",
                                "service-org-structure",
                                "internal.authority"));
        makeSecrets(roles, users);
        manifests
                .kind("Deployment")
                .map(Manifests::name)
                .forEach(each -> {
                    for (int replica = 1; replica <= REPLICAS; replica++) {
                        ports.put(each + "-" + replica, new int[] {Ports.free(), Ports.free()});
                    }
                });
    }

    private void makeSecrets(Map<String, String> roles, Map<String, String> users)
            throws IOException {
        var authority = Files.readString(certificates.authority());
        secrets.put("haicap-cluster-ca-cert/ca.crt", authority);
        manifests
                .kind("Cluster")
                .forEach(cluster -> {
                    secrets.put(name(cluster) + "-ca/ca.crt", authority);
                    var initdb = cluster.at("/spec/bootstrap/initdb");
                    credentials(
                            initdb.at("/secret/name").asText(),
                            initdb.path("owner").asText(),
                            roles);
                    elements(cluster.at("/spec/managed/roles"))
                            .filter(each -> each.has("passwordSecret"))
                            .forEach(each ->
                                    credentials(
                                            each.at("/passwordSecret/name").asText(),
                                            each.path("name").asText(),
                                            roles));
                });
        users.forEach((user, password) -> {
            secrets.put(
                    user + "/sasl.jaas.config",
                    "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                            .formatted(user, password));
            secrets.put(user + "-client/client-secret", drawn());
            issuer.register("service-" + user, secrets.get(user + "-client/client-secret"));
        });
    }

    private void credentials(String secret, String role, Map<String, String> roles) {
        secrets.put(secret + "/username", role);
        secrets.put(secret + "/password", roles.get(role));
    }

    /** What the Jobs do. */
    void migrate() throws Exception {
        var jobs = new ArrayList<Container>();
        for (var job : manifests.kind("Job").toList()) {
            var command =
                    elements(containers(job).findFirst().orElseThrow().path("command"))
                            .map(JsonNode::asText)
                            .toList();
            jobs.add(container(job, name(job), command, new int[] {0, 0}));
        }
        for (var job : jobs) {
            if (job.end(PATIENCE) != 0) {
                throw new IllegalStateException(job.said());
            }
        }
    }

    /** All workloads, so many of each. */
    void start() throws IOException {
        for (var workload : manifests.kind("Deployment").toList()) {
            for (int replica = 1; replica <= REPLICAS; replica++) {
                start(name(workload), replica);
            }
        }
        running.keySet().forEach(this::awaitReady);
    }

    void start(String workload, int replica) throws IOException {
        var deployment = manifests.find("Deployment", workload).orElseThrow();
        var pod = workload + "-" + replica;
        running.put(
                pod, container(deployment, pod, image(deployment).entryPoint(), ports.get(pod)));
    }

    void awaitReady(String pod) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> running.get(pod).isReady(ports.get(pod)[1]));
    }

    int port(String pod) {
        return ports.get(pod)[0];
    }

    private Container container(JsonNode workload, String pod, List<String> command, int[] at)
            throws IOException {
        var environment = new TreeMap<String, String>();
        manifests
                .environment(workload)
                .forEach((variable, value) -> environment.put(variable, here(value)));
        environment.computeIfPresent("HAICAP_INSTANCE", (variable, fromThePod) -> pod);
        environment.put("SERVER_PORT", Integer.toString(at[0]));
        environment.put("MANAGEMENT_SERVER_PORT", Integer.toString(at[1]));
        return new Container(
                pod,
                image(workload),
                command,
                environment,
                volumes(workload, pod),
                certificates.trustStore().toString());
    }

    private static Image image(JsonNode workload) throws IOException {
        var service = name(workload).replaceAll("-migrations.*", "");
        return Image.of(Topics.SERVICES.getOrDefault(service, service));
    }

    /** Hosts and ports, and nothing else. */
    private String here(String value) {
        var text =
                value.replaceAll("[a-z-]+-database-rw:5432", "localhost:" + postgres.port())
                        .replace("haicap-kafka-bootstrap:9093", "localhost:" + broker.port())
                        .replace("sso.example.vn", "localhost:" + issuer.port());
        var headless = PODS.matcher(text);
        return headless.matches()
                ? IntStream.rangeClosed(1, REPLICAS)
                        .map(replica ->
                                ports.get(headless.group(1) + "-" + replica)[
                                        headless.group(2).equals("8") ? 0 : 1])
                        .mapToObj("http://localhost:%d"::formatted)
                        .collect(Collectors.joining(","))
                : text;
    }

    private Map<Path, String> volumes(JsonNode workload, String pod) throws IOException {
        var volumes = new LinkedHashMap<Path, String>();
        for (var volume :
                elements(pod(workload).path("volumes"))
                        .filter(each -> each.has("projected"))
                        .toList()) {
            var folder =
                    Files.createDirectories(
                            FOLDER.resolve("volumes")
                                    .resolve(pod)
                                    .resolve(volume.path("name").asText()));
            for (var source :
                    elements(volume.at("/projected/sources"))
                            .map(each -> each.path("secret"))
                            .toList()) {
                for (var item : elements(source.path("items")).toList()) {
                    var secret = source.path("name").asText() + "/" + item.path("key").asText();
                    Files.writeString(
                            folder.resolve(item.path("path").asText()),
                            java.util.Objects.requireNonNull(secrets.get(secret), secret));
                }
            }
            containers(workload)
                    .flatMap(each -> elements(each.path("volumeMounts")))
                    .filter(each -> each.path("name").equals(volume.path("name")))
                    .forEach(each -> volumes.put(folder, each.path("mountPath").asText()));
        }
        return volumes;
    }

    private static String drawn() {
        var bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public void close() throws IOException {
        running.values().forEach(Container::close);
        issuer.close();
        broker.close();
        postgres.close();
    }
}
