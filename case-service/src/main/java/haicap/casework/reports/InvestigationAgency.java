package haicap.casework.reports;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import haicap.platform.orgcopy.Organisation;
import haicap.platform.orgcopy.Tier;
import haicap.platform.orgcopy.Unit;
import haicap.platform.time.Hanoi;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Which departments make up the Police Investigation Agency, by {@code
 * seeds/law/investigation-agency.csv}: dated data, because codes and departments change.
 */
@Component
class InvestigationAgency {

    private static final String MEMBERS = "/seeds/law/investigation-agency.csv";

    private record Member(
            String unitCode, boolean isOffice, LocalDate from, @Nullable LocalDate to) {

        static Member of(NamedCsvRecord row) {
            var to = row.getField("valid_to");
            return new Member(
                    row.getField("unit_code"),
                    row.getField("role").equals("OFFICE"),
                    LocalDate.parse(row.getField("valid_from")),
                    to.isEmpty() ? null : LocalDate.parse(to));
        }

        boolean is(Unit unit, LocalDate day) {
            return unit.code().equalsIgnoreCase(unitCode)
                    && !day.isBefore(from)
                    && (to == null || day.isBefore(to));
        }
    }

    private final Organisation organisation;
    private final Clock clock;
    private final List<Member> members = members();

    InvestigationAgency(Organisation organisation, Clock clock) {
        this.organisation = organisation;
        this.clock = clock;
    }

    /** Whether the unit is a department of the agency today. */
    boolean includes(String unitId) {
        return departments(unitId, false);
    }

    /** Whether the unit is the agency's office today. */
    boolean isOffice(String unitId) {
        return departments(unitId, true);
    }

    private boolean departments(String unitId, boolean officeOnly) {
        var today = Hanoi.today(clock);
        return organisation
                .unit(unitId)
                .filter(unit -> unit.tier() == Tier.DEPARTMENT && unit.inForceOn(today))
                .filter(unit ->
                        members.stream()
                                .filter(member -> member.isOffice || !officeOnly)
                                .anyMatch(member -> member.is(unit, today)))
                .isPresent();
    }

    private static List<Member> members() {
        var in = InvestigationAgency.class.getResourceAsStream(MEMBERS);
        try (var rows =
                CsvReader.builder()
                        .ofNamedCsvRecord(
                                new InputStreamReader(
                                        Objects.requireNonNull(in, MEMBERS),
                                        StandardCharsets.UTF_8))) {
            return rows.stream().map(Member::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(MEMBERS, e);
        }
    }
}
