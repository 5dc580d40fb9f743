package haicap.deploy;

import static haicap.deploy.Manifests.elements;
import static haicap.deploy.Manifests.name;

import com.fasterxml.jackson.databind.JsonNode;
import haicap.deploy.PodRules.Wrong;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Manifests and applications mean the same: settings, topics, users. */
final class CodeRules {

    private static final Set<String> OF_THE_JVM = Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS");

    private CodeRules() {}

    static List<String> everySettingIsOne(Manifests manifests) {
        var wrong = new Wrong();
        manifests
                .workloads()
                .forEach(workload -> {
                    manifests
                            .environment(workload)
                            .keySet()
                            .forEach(each ->
                                    wrong.unless(
                                            OF_THE_JVM.contains(each) || Settings.isVariable(each),
                                            workload,
                                            each + " binds to nothing"));
                    Manifests.files(workload).keySet().stream()
                            .filter(each -> each.contains(".") && !each.endsWith(".crt"))
                            .forEach(each ->
                                    wrong.unless(
                                            Settings.isFile(each),
                                            workload,
                                            "file " + each + " binds to nothing"));
                });
        return wrong.all();
    }

    static List<String> topicsAreThoseOfTheCode(Manifests manifests) {
        var wrong = new Wrong();
        var code = Topics.owned();
        var declared =
                manifests
                        .kind("KafkaTopic")
                        .collect(
                                Collectors.toMap(
                                        Manifests::name,
                                        each -> each.at("/spec/partitions").asInt()));
        wrong.unless(
                declared.keySet().equals(code.keySet()),
                "topics %s, the code has %s"
                        .formatted(new TreeSet<>(declared.keySet()), new TreeSet<>(code.keySet())));
        code.forEach((topic, owned) ->
                wrong.unless(
                        owned.partitions() == declared.getOrDefault(topic, 0),
                        topic + ": partitions"));
        manifests
                .kind("KafkaTopic")
                .forEach(each ->
                        Topics.settings(code.getOrDefault(name(each), Topics.NONE))
                                .forEach((setting, value) ->
                                        wrong.unless(
                                                each.at("/spec/config")
                                                        .path(setting)
                                                        .asText()
                                                        .equals(value),
                                                each,
                                                setting)));
        return wrong.all();
    }

    static List<String> usersMayWhatTheCodeDoes(Manifests manifests) {
        var wrong = new Wrong();
        Topics.SERVICES.forEach((service, module) -> {
            var user = manifests.find("KafkaUser", service);
            if (user.isEmpty()) {
                wrong.unless(manifests.kind("Kafka").findAny().isEmpty(), service + " has no user");
                return;
            }
            var reads = Topics.readBy(service);
            wrong.unless(
                    topics(user.get(), "Write").equals(Topics.ownedBy(service)),
                    user.get(),
                    "writes %s, the code %s"
                            .formatted(topics(user.get(), "Write"), Topics.ownedBy(service)));
            wrong.unless(
                    topics(user.get(), "Read").equals(reads),
                    user.get(),
                    "reads %s, the code %s".formatted(topics(user.get(), "Read"), reads));
            wrong.unless(
                    Topics.ownedBy(service).containsAll(reads)
                            || groups(user.get()).equals(Set.of(service + ".")),
                    user.get(),
                    "groups");
            // what a relay is known by to the broker begins with its service's name
            for (var operation : List.of("Write", "Describe")) {
                wrong.unless(
                        acls(user.get(), "transactionalId", "prefix", operation)
                                .equals(Set.of(service + ".")),
                        user.get(),
                        "no transactions: " + operation);
            }
            wrong.unless(
                    user.get().at("/spec/authentication/type").asText().equals("scram-sha-512"),
                    user.get(),
                    "authentication");
        });
        return wrong.all();
    }

    private static Set<String> topics(JsonNode user, String operation) {
        return acls(user, "topic", "literal", operation);
    }

    private static Set<String> groups(JsonNode user) {
        return acls(user, "group", "prefix", "Read");
    }

    private static Set<String> acls(JsonNode user, String type, String pattern, String operation) {
        return elements(user.at("/spec/authorization/acls"))
                .filter(acl -> acl.at("/resource/type").asText().equals(type))
                .filter(acl -> acl.at("/resource/patternType").asText().equals(pattern))
                .filter(acl ->
                        elements(acl.path("operations"))
                                .anyMatch(each -> each.asText().equals(operation)))
                .map(acl -> acl.at("/resource/name").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
