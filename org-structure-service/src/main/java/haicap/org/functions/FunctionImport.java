package haicap.org.functions;

import haicap.org.registers.RegisterImport;
import haicap.org.registers.Registers;
import haicap.platform.imports.Row;
import haicap.platform.orgcopy.Function;
import haicap.platform.orgcopy.Function.Level;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** Functions. */
@Component
class FunctionImport extends RegisterImport<Function> {

    FunctionImport(Registers registers) {
        super(registers, FunctionRegisters.FUNCTIONS, "fn-[a-z0-9-]{1,77}");
    }

    @Override
    public String name() {
        return "functions";
    }

    @Override
    public List<String> columns() {
        return List.of(
                "id",
                "name_vi",
                "name_en",
                "level",
                "sole",
                "field",
                "valid_from",
                "valid_to",
                "basis",
                "certainty");
    }

    @Override
    protected java.util.function.Function<Row, Function> reading() {
        return FunctionImport::read;
    }

    private static Function read(Row row) {
        var id = row.id("id");
        return new Function(
                id,
                row.text("name_vi"),
                row.text("name_en"),
                row.oneOf("level", Level.class),
                row.yes("sole"),
                row.optional("field"),
                row.day("valid_from"),
                row.optionalDay("valid_to"));
    }

    @Override
    protected LocalDate since(Function function) {
        return function.validFrom();
    }

    @Override
    protected boolean isSame(Function present, Function read) {
        return present.equals(read);
    }
}
