package haicap.platform.papers;

import haicap.platform.texts.Text;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/**
 * A number that others gave a record.
 *
 * @param dated the day on which they did, from 2000-01-01 to tomorrow
 */
record ReferenceRequest(
        @NotNull ReferenceSystem system,
        @NotNull @Text(max = 100) String number,
        @NotNull LocalDate dated) {}
