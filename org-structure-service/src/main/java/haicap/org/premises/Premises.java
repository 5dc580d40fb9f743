package haicap.org.premises;

import haicap.platform.privacy.Matter;
import haicap.platform.privacy.TellsOf;
import java.time.LocalDate;

/** A place of work. It stays with the unit under which it is recorded; heirs follow by lineage. */
@TellsOf(Matter.UNIT)
record Premises(
        String id,
        String unitId,
        String purpose,
        String name,
        LocalDate validFrom,
        String basis,
        String certainty) {}
