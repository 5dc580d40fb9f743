package haicap.deploy;

import static haicap.deploy.Manifests.elements;

import com.fasterxml.jackson.databind.JsonNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A PostgreSQL that speaks TLS only and asks for passwords, with the roles and databases of the
 * manifests' clusters.
 */
final class SecuredPostgres implements AutoCloseable {

    private final EmbeddedPostgres server;
    private final Path data;

    SecuredPostgres(Certificates certificates, Path folder) throws IOException {
        this.data = folder.resolve("data");
        this.server =
                EmbeddedPostgres.builder()
                        .setDataDirectory(data)
                        .setOverrideWorkingDirectory(folder.toFile())
                        .setServerConfig("max_connections", "200")
                        .setServerConfig("ssl", "on")
                        .setServerConfig("ssl_cert_file", certificates.authority().toString())
                        .setServerConfig("ssl_key_file", certificates.key().toString())
                        .start();
    }

    int port() {
        return server.getPort();
    }

    /** What CloudNativePG would make of these clusters, each role with its password. */
    void make(Manifests manifests, Map<String, String> passwords) throws IOException {
        var superuser = new JdbcTemplate(server.getPostgresDatabase());
        manifests.kind("Cluster").forEach(cluster -> make(superuser, cluster, passwords));
        Files.writeString(
                data.resolve("pg_hba.conf"),
                "local all all trust\nhost all postgres 127.0.0.1/32 trust\nhostssl all all all scram-sha-256\n");
        superuser.execute("SELECT pg_reload_conf()");
    }

    private void make(JdbcTemplate superuser, JsonNode cluster, Map<String, String> passwords) {
        var initdb = cluster.at("/spec/bootstrap/initdb");
        var owner = initdb.path("owner").asText();
        elements(cluster.at("/spec/managed/roles"))
                .forEach(role -> {
                    var name = role.path("name").asText();
                    superuser.execute(
                            "CREATE ROLE %s %s"
                                    .formatted(
                                            name,
                                            role.path("login").asBoolean()
                                                    ? "LOGIN PASSWORD '%s'"
                                                            .formatted(passwords.get(name))
                                                    : "NOLOGIN"));
                });
        if (!roles(cluster).contains(owner)) {
            superuser.execute(
                    "CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(owner, passwords.get(owner)));
        }
        elements(cluster.at("/spec/managed/roles"))
                .forEach(role ->
                        elements(role.path("inRoles"))
                                .forEach(group ->
                                        superuser.execute(
                                                "GRANT %s TO %s"
                                                        .formatted(
                                                                group.asText(),
                                                                role.path("name").asText()))));
        superuser.execute(
                "CREATE DATABASE %s OWNER %s".formatted(initdb.path("database").asText(), owner));
        var own =
                new JdbcTemplate(server.getDatabase("postgres", initdb.path("database").asText()));
        elements(initdb.path("postInitApplicationSQL")).forEach(each -> own.execute(each.asText()));
    }

    private static List<String> roles(JsonNode cluster) {
        return elements(cluster.at("/spec/managed/roles"))
                .map(each -> each.path("name").asText())
                .toList();
    }

    /** The roles that somebody has to have passwords for. */
    static TreeSet<String> roles(Manifests manifests) {
        var roles = new TreeSet<String>();
        manifests
                .kind("Cluster")
                .forEach(cluster -> {
                    roles.add(cluster.at("/spec/bootstrap/initdb/owner").asText());
                    elements(cluster.at("/spec/managed/roles"))
                            .forEach(each -> roles.add(each.path("name").asText()));
                });
        return roles;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
