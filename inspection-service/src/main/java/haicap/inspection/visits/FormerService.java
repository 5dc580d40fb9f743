package haicap.inspection.visits;

import haicap.platform.access.AccessScope;
import haicap.platform.time.Hanoi;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where inspectors served: nobody inspects a unit where he served within three years, nor what
 * became of that unit. Known as far as the copy of the organisation reaches back.
 */
@Component
public class FormerService {

    private static final Period WITHIN = Period.ofYears(3);

    private final JdbcClient jdbc;
    private final AccessScope accessScope;

    FormerService(JdbcClient jdbc, AccessScope accessScope) {
        this.jdbc = jdbc;
        this.accessScope = accessScope;
    }

    /** Today's heirs of the units in which whoever holds the post served within three years. */
    public Set<String> ofHolder(String postId, Instant now) {
        var since = Hanoi.startOf(Hanoi.dayOf(now).minus(WITHIN));
        return jdbc
                .sql(
                        """
                        SELECT DISTINCT org_post.unit_id
                        FROM org_appointment AS held
                        JOIN org_appointment AS served USING (service_number)
                        JOIN org_post ON org_post.id = served.post_id
                        WHERE held.post_id = :post
                          AND held.valid_from <= :now
                          AND (held.valid_to IS NULL OR held.valid_to > :now)
                          AND served.valid_from <= :now
                          AND (served.valid_to IS NULL OR served.valid_to > :since)
                        """)
                .param("post", postId)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((rs, row) -> rs.getString("unit_id"))
                .list()
                .stream()
                .map(unit -> accessScope.custodian(unit, Visit.OBJECT_CLASS))
                .collect(Collectors.toSet());
    }
}
