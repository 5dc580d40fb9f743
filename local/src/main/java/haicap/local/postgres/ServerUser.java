package haicap.local.postgres;

import haicap.local.parts.Failure;
import haicap.local.parts.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/** As whom PostgreSQL runs, which refuses to run as root. */
enum ServerUser {
    /** We are not root. */
    SELF(List.of()),
    /** A user namespace in which nobody is root; files stay ours. */
    NAMESPACE(List.of("unshare", "-U")),
    /** Where namespaces are forbidden (many containers): the user nobody, who must own the data. */
    NOBODY(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));

    private final List<String> prefix;

    ServerUser(List<String> prefix) {
        this.prefix = prefix;
    }

    static ServerUser ofThisProcess() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return SELF;
        }
        return List.of(NAMESPACE, NOBODY).stream()
                .filter(user -> Tool.succeeds(user.running("true")))
                .findFirst()
                .orElseThrow(() ->
                        new Failure(
                                "PostgreSQL không chạy dưới quyền root, mà unshare và setpriv"
                                        + " đều không dùng được. Hãy dùng tài khoản khác.",
                                "PostgreSQL does not run as root, and neither unshare nor"
                                        + " setpriv works here. Use another account."));
    }

    List<String> running(String... command) {
        return java.util.stream.Stream.concat(prefix.stream(), java.util.Arrays.stream(command))
                .toList();
    }

    /** Makes everything below a folder the server's own. */
    void own(Path folder) throws IOException {
        if (this != NOBODY) {
            return;
        }
        var nobody =
                folder.getFileSystem()
                        .getUserPrincipalLookupService()
                        .lookupPrincipalByName("nobody");
        try (var files = Files.walk(folder)) {
            for (var file : files.toList()) {
                if (!nobody.equals(Files.getOwner(file, LinkOption.NOFOLLOW_LINKS))) {
                    Files.setOwner(file, nobody);
                }
            }
        }
    }
}
