package haicap.org.investigators;

import haicap.org.officers.Officers;
import haicap.org.registers.RegisterImport;
import haicap.org.registers.Registers;
import haicap.org.units.UnitRegister;
import haicap.platform.imports.Row;
import haicap.platform.orgcopy.InvestigatorAssignment;
import haicap.platform.orgcopy.Tier;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** To which communes investigators are assigned. */
@Component
class AssignmentImport extends RegisterImport<InvestigatorAssignment> {

    private final Officers officers;
    private final UnitRegister units;

    AssignmentImport(Registers registers, Officers officers, UnitRegister units) {
        super(registers, InvestigatorRegisters.ASSIGNMENTS, "ia-[a-z0-9-]{1,77}");
        this.officers = officers;
        this.units = units;
    }

    @Override
    public String name() {
        return "investigator-assignments";
    }

    @Override
    public List<String> columns() {
        return List.of("id", "service_number", "unit_id", "valid_from", "valid_to", "certainty");
    }

    @Override
    protected Function<Row, InvestigatorAssignment> reading() {
        var known = units.all();
        return row -> {
            var from = row.day("valid_from");
            var unit = known.get(row.id("unit_id"));
            if (unit == null) {
                throw row.refused("unit_id", "unit-unknown", "id", row.text("unit_id"));
            }
            if (unit.tier() != Tier.COMMUNE) {
                throw row.refused("unit_id", "not-a-commune", "unit", unit.id());
            }
            if (!unit.inForceOn(from)) {
                throw row.refused(
                        "unit_id", "unit-not-in-force", Map.of("id", unit.id(), "day", from));
            }
            return new InvestigatorAssignment(
                    row.id("id"),
                    ServiceNumbers.known(row, officers),
                    unit.id(),
                    from,
                    row.optionalDay("valid_to"),
                    row.text("certainty"));
        };
    }

    @Override
    protected LocalDate since(InvestigatorAssignment assignment) {
        return assignment.validFrom();
    }

    @Override
    protected boolean isSame(InvestigatorAssignment present, InvestigatorAssignment read) {
        return present.serviceNumber().equals(read.serviceNumber())
                && present.unitId().equals(read.unitId())
                && present.validFrom().equals(read.validFrom())
                && (present.validTo() != null || read.validTo() == null);
    }
}
