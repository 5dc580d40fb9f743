package haicap.platform.orgcopy;

import java.time.LocalDate;

/**
 * A dated edge of lineage.
 *
 * @param objectClass ANY, or the class of object that goes this way
 * @param isDefault whether files without a decision of their own follow this edge
 */
record Succession(
        String id,
        String fromUnitId,
        String toUnitId,
        String objectClass,
        boolean isDefault,
        LocalDate effectiveOn) {}
