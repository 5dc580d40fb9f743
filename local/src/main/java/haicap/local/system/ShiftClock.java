package haicap.local.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Moves the clock that all parts share; they see it within a fraction of a second. */
public final class ShiftClock {

    private final Path file;

    /** Of this system. */
    public ShiftClock(LocalSystem system) {
        this.file = system.home().clockOffset();
    }

    /** The shift in force. */
    public ClockShift now() {
        try {
            return Files.exists(file) ? ClockShift.parse(Files.readString(file)) : ClockShift.NONE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts another in force. Readers see the old one or the new one, never half of it. */
    public void set(ClockShift shift) {
        var draft = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(draft, shift.ahead().toString());
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
