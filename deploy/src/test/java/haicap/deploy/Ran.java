package haicap.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that has run to its end; 127 when there is none of that name. */
record Ran(int code, String said, String complaints) {

    private static final int SECONDS = 120;

    static Ran in(Path folder, List<String> command) {
        try {
            var complaints = Files.createTempFile("complaints", ".txt");
            var process =
                    new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .redirectError(complaints.toFile())
                            .start();
            process.getOutputStream().close();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            var ran = new Ran(process.waitFor(), said, Files.readString(complaints));
            Files.delete(complaints);
            return ran;
        } catch (IOException e) {
            return new Ran(127, "", String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
