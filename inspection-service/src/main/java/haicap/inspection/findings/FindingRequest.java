package haicap.inspection.findings;

import haicap.platform.texts.Text;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/**
 * A shortcoming as a visit's leader writes it down.
 *
 * @param ownerPostId the post of the visited unit that answers for the remedy
 * @param dueOn last day for it
 */
public record FindingRequest(
        @NotNull Topic topic,
        @NotNull Severity severity,
        @NotNull @Text(max = 4_000, lines = true) String text,
        @NotNull @Text(max = 100) String ownerPostId,
        @NotNull LocalDate dueOn) {}
