package haicap.org.investigators;

import haicap.org.officers.Officers;
import haicap.org.registers.RegisterImport;
import haicap.org.registers.Registers;
import haicap.platform.imports.Row;
import haicap.platform.orgcopy.Grade;
import haicap.platform.orgcopy.Investigator;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Officers who are investigators, with their grades. */
@Component
class InvestigatorImport extends RegisterImport<Investigator> {

    private final Officers officers;

    InvestigatorImport(Registers registers, Officers officers) {
        super(registers, InvestigatorRegisters.INVESTIGATORS, "inv-[a-z0-9-]{1,76}");
        this.officers = officers;
    }

    @Override
    public String name() {
        return "investigators";
    }

    @Override
    public List<String> columns() {
        return List.of("id", "service_number", "grade", "valid_from", "valid_to", "certainty");
    }

    @Override
    protected Function<Row, Investigator> reading() {
        return row ->
                new Investigator(
                        row.id("id"),
                        ServiceNumbers.known(row, officers),
                        row.oneOf("grade", Grade.class),
                        row.day("valid_from"),
                        row.optionalDay("valid_to"),
                        row.text("certainty"));
    }

    @Override
    protected LocalDate since(Investigator investigator) {
        return investigator.validFrom();
    }

    @Override
    protected boolean isSame(Investigator present, Investigator read) {
        return present.serviceNumber().equals(read.serviceNumber())
                && present.grade() == read.grade()
                && present.validFrom().equals(read.validFrom())
                && (present.validTo() != null || read.validTo() == null);
    }
}
