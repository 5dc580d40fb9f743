package haicap.deploy;

import static haicap.deploy.Manifests.elements;
import static haicap.deploy.Manifests.name;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A broker that lets in by SCRAM over TLS only, with the topics, users and rights of the manifests
 * and no others.
 */
final class SecuredBroker implements AutoCloseable {

    /** As many as the manifests' topics have copies. */
    private static final int BROKERS = 3;

    private static final Map<String, String> ALL =
            Map.ofEntries(
                    Map.entry(
                            "listener.security.protocol.map",
                            "CLIENTS:SASL_SSL,OWN:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                    Map.entry("inter.broker.listener.name", "OWN"),
                    Map.entry("controller.listener.names", "CONTROLLER"),
                    Map.entry("sasl.enabled.mechanisms", "SCRAM-SHA-512"),
                    Map.entry(
                            "listener.name.clients.scram-sha-512.sasl.jaas.config",
                            "org.apache.kafka.common.security.scram.ScramLoginModule required;"),
                    Map.entry(
                            "authorizer.class.name",
                            "org.apache.kafka.metadata.authorizer.StandardAuthorizer"),
                    Map.entry("super.users", "User:ANONYMOUS"),
                    Map.entry("auto.create.topics.enable", "false"),
                    Map.entry("offsets.topic.num.partitions", "1"),
                    Map.entry("group.initial.rebalance.delay.ms", "0"),
                    Map.entry("log.cleaner.dedupe.buffer.size", "16777216"));

    private final List<KafkaRaftServer> servers = new ArrayList<>();
    private final String cluster = Uuid.randomUuid().toString();
    private final int controller = Ports.free();
    private final Certificates certificates;
    private final Path folder;
    private int port;
    private int own;

    SecuredBroker(Certificates certificates, Path folder, Map<String, String> passwords)
            throws Exception {
        this.certificates = certificates;
        this.folder = folder;
        for (int node = BROKERS; node > 0; node--) {
            port = Ports.free();
            own = Ports.free();
            format(node, passwords);
            servers.add(
                    new KafkaRaftServer(new KafkaConfig(settings(node, port, own)), Time.SYSTEM));
        }
        // they wait for each other, in ways that hold a carrier of virtual threads
        try (var threads = Executors.newFixedThreadPool(BROKERS)) {
            CompletableFuture.allOf(
                            servers.stream()
                                    .map(each -> CompletableFuture.runAsync(each::startup, threads))
                                    .toArray(CompletableFuture[]::new))
                    .join();
        }
    }

    private void format(int node, Map<String, String> passwords) throws Exception {
        var place = Files.createDirectories(folder.resolve(Integer.toString(node))).toString();
        var formatter =
                new Formatter()
                        .setNodeId(node)
                        .setClusterId(cluster)
                        .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                        .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                        .setControllerListenerName("CONTROLLER")
                        .setMetadataLogDirectory(place)
                        .addDirectory(place);
        if (node == 1) {
            formatter.setScramArguments(
                    passwords.entrySet().stream()
                            .map(each ->
                                    "SCRAM-SHA-512=[name=%s,password=%s]"
                                            .formatted(each.getKey(), each.getValue()))
                            .toList());
        }
        formatter.run();
    }

    private Properties settings(int node, int forClients, int forUs) {
        var listeners = "CLIENTS://localhost:%d,OWN://localhost:%d".formatted(forClients, forUs);
        var settings = new Properties();
        settings.putAll(ALL);
        settings.put("process.roles", node == 1 ? "broker,controller" : "broker");
        settings.put("node.id", Integer.toString(node));
        settings.put("log.dirs", folder.resolve(Integer.toString(node)).toString());
        settings.put(
                "listeners",
                node == 1 ? listeners + ",CONTROLLER://localhost:" + controller : listeners);
        settings.put("advertised.listeners", listeners);
        settings.put("controller.quorum.voters", "1@localhost:" + controller);
        settings.put("ssl.keystore.location", certificates.store().toString());
        settings.put("ssl.keystore.password", Certificates.PASSWORD);
        return settings;
    }

    int port() {
        return port;
    }

    /** What Strimzi would make: topics and rights. */
    void make(Manifests manifests) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", "localhost:" + own))) {
            var topics = manifests.kind("KafkaTopic").map(SecuredBroker::topic).toList();
            admin.createTopics(topics).all().get();
            var rights = new ArrayList<AclBinding>();
            manifests
                    .kind("KafkaUser")
                    .forEach(user ->
                            elements(user.at("/spec/authorization/acls"))
                                    .forEach(acl ->
                                            elements(acl.path("operations"))
                                                    .forEach(operation ->
                                                            rights.add(
                                                                    right(
                                                                            user,
                                                                            acl.path("resource"),
                                                                            operation.asText())))));
            admin.createAcls(rights).all().get();
        }
    }

    private static NewTopic topic(JsonNode topic) {
        var settings =
                topic.at("/spec/config")
                        .propertyStream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey, each -> each.getValue().asText()));
        return new NewTopic(
                        name(topic),
                        topic.at("/spec/partitions").asInt(),
                        topic.at("/spec/replicas").shortValue())
                .configs(settings);
    }

    private static AclBinding right(JsonNode user, JsonNode resource, String operation) {
        return new AclBinding(
                new ResourcePattern(
                        ResourceType.fromString(upper(resource.path("type").asText())),
                        resource.path("name").asText(),
                        resource.path("patternType").asText().equals("prefix")
                                ? PatternType.PREFIXED
                                : PatternType.LITERAL),
                new AccessControlEntry(
                        "User:" + name(user),
                        "*",
                        AclOperation.fromString(upper(operation)),
                        AclPermissionType.ALLOW));
    }

    private static String upper(String text) {
        return text.replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
    }

    static List<String> users(Manifests manifests) {
        return manifests.kind("KafkaUser").map(Manifests::name).toList();
    }

    @Override
    public void close() {
        servers.forEach(KafkaRaftServer::shutdown);
        servers.forEach(KafkaRaftServer::awaitShutdown);
    }
}
