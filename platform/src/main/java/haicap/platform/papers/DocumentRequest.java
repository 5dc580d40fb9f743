package haicap.platform.papers;

import haicap.platform.texts.Text;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A paper that belongs to a record.
 *
 * @param number of the paper, once for each record
 * @param dated the day that it bears, from 2000-01-01 to tomorrow
 * @param sha256 of the file, 64 hexadecimal digits
 * @param liesAt where it lies: the reference of an archive or a document system, never an address
 *     of the internet; letters, digits, spaces and {@code . _ / - ( ) #}
 */
record DocumentRequest(
        @NotNull @Text(max = 100) String number,
        @NotNull LocalDate dated,
        @NotNull @Text(max = 300) String title,
        @Nullable @Text(max = 64) String sha256,
        @NotNull @Text(max = 200) String liesAt) {}
