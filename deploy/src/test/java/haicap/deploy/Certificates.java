package haicap.deploy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;

/**
 * One certificate for localhost, signed by itself: what an authority would hand to broker, database
 * and issuer.
 */
record Certificates(Path folder) {

    static final String PASSWORD = "drawn-for-this-test";
    private static final String ALIAS = "localhost";

    static Certificates in(Path folder) throws IOException, GeneralSecurityException {
        Files.createDirectories(folder);
        var made = new Certificates(folder);
        Files.deleteIfExists(made.store());
        made.keytool(
                "-genkeypair",
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=DNS:localhost,IP:127.0.0.1",
                "-ext",
                "BC=ca:true",
                "-validity",
                "2",
                "-storetype",
                "PKCS12");
        var keys = KeyStore.getInstance(made.store().toFile(), PASSWORD.toCharArray());
        Files.writeString(
                made.authority(), pem("CERTIFICATE", keys.getCertificate(ALIAS).getEncoded()));
        Files.writeString(
                made.key(),
                pem("PRIVATE KEY", keys.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded()));
        Files.setPosixFilePermissions(made.key(), PosixFilePermissions.fromString("rw-------"));
        return made;
    }

    Path store() {
        return folder.resolve("server.p12");
    }

    Path authority() {
        return folder.resolve("authority.crt");
    }

    Path key() {
        return folder.resolve("server.key");
    }

    /** The authorities of a base image to which somebody has added ours. */
    Path trustStore() throws IOException {
        var store = folder.resolve("cacerts");
        Files.deleteIfExists(store);
        Files.copy(Path.of(System.getProperty("java.home"), "lib/security/cacerts"), store);
        var ran =
                Ran.in(
                        folder,
                        List.of(
                                tool(),
                                "-importcert",
                                "-noprompt",
                                "-alias",
                                "ours",
                                "-file",
                                authority().toString(),
                                "-keystore",
                                store.toString(),
                                "-storepass",
                                "changeit"));
        if (ran.code() != 0) {
            throw new IllegalStateException(ran.said() + ran.complaints());
        }
        return store;
    }

    private void keytool(String... arguments) {
        var command = new java.util.ArrayList<>(List.of(tool()));
        command.addAll(List.of(arguments));
        command.addAll(
                List.of("-alias", ALIAS, "-keystore", store().toString(), "-storepass", PASSWORD));
        var ran = Ran.in(folder, command);
        if (ran.code() != 0) {
            throw new IllegalStateException(ran.said() + ran.complaints());
        }
    }

    private static String tool() {
        return Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    }

    private static String pem(String kind, byte[] content) {
        var lines =
                Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(content);
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(kind, lines, kind);
    }
}
