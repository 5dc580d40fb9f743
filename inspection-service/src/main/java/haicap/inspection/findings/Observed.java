package haicap.inspection.findings;

import haicap.inspection.history.Decision;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * A shortcoming as a visit's leader writes it down.
 *
 * @param ownerPostId the post of the visited unit that answers for the remedy
 * @param dueOn last day for it
 */
public record Observed(
        @NotNull Topic topic,
        @NotNull Severity severity,
        @NotNull @Size(min = 1, max = 4_000) @Pattern(regexp = Decision.READABLE) String text,
        @NotBlank @Size(max = 100) String ownerPostId,
        @NotNull LocalDate dueOn) {}
