package haicap.reporting.files;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An appointment to a post. It counts in no figure, and nothing is to be done about it: it runs by
 * its dates.
 */
public record Appointment(String postId, Instant from) implements Counted {

    public Appointment {
        Objects.requireNonNull(postId, "an appointment to no post");
        Objects.requireNonNull(from, "an appointment without beginning");
    }

    @Override
    public List<Span> spans(String unitId) {
        return List.of();
    }

    @Override
    public @Nullable NextStep nextStep() {
        return null;
    }
}
