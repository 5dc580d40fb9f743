package haicap.inspection.recount;

import haicap.platform.recount.CountedFile;
import haicap.platform.recount.CountedRows;
import haicap.platform.recount.CountedRows.Rows;
import haicap.platform.recount.Counts;
import haicap.platform.recount.Part;
import haicap.platform.recount.UnitSums;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Counts visits. Only the files pass to an heir: what counts stays with the unit that was visited.
 * The campaign's days are taken from the campaign.
 */
@Component
class VisitCounts implements Counts {

    private static final Rows VISITS = new Rows("SELECT * FROM visit", Map.of());

    private static final Rows CONCLUDED =
            new Rows(
                    """
                    SELECT v.*, starts_on, ends_on
                    FROM visit v
                    JOIN campaign c ON c.id = campaign_id
                    WHERE v.state = 'CONCLUDED'
                    """,
                    Map.of(
                            "visitsConcluded",
                            """
                            (:at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
                                BETWEEN starts_on AND ends_on
                            """));

    private final CountedRows rows;

    VisitCounts(CountedRows rows) {
        this.rows = rows;
    }

    @Override
    public String objectClass() {
        return "VISIT";
    }

    @Override
    public List<UnitSums> sums(Instant at) {
        return rows.sums(VISITS, at);
    }

    @Override
    public List<UnitSums> deeds(Instant at) {
        return rows.sums(CONCLUDED, at).stream().map(UnitSums::figuresOnly).toList();
    }

    @Override
    public List<CountedFile> files(Collection<String> storedUnits, String custodian, Part part) {
        return rows.files(VISITS, storedUnits, custodian, part);
    }
}
