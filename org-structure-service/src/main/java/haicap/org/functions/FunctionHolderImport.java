package haicap.org.functions;

import haicap.org.posts.PostRegister;
import haicap.org.registers.RegisterImport;
import haicap.org.registers.Registers;
import haicap.org.units.UnitRegister;
import haicap.platform.imports.Row;
import haicap.platform.orgcopy.FunctionHolder;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Who performs which function. */
@Component
class FunctionHolderImport extends RegisterImport<FunctionHolder> {

    private final Registers registers;
    private final UnitRegister units;
    private final PostRegister posts;

    FunctionHolderImport(Registers registers, UnitRegister units, PostRegister posts) {
        super(registers, FunctionRegisters.HOLDERS, "fh-[a-z0-9-]{1,77}");
        this.registers = registers;
        this.units = units;
        this.posts = posts;
    }

    @Override
    public String name() {
        return "function-holders";
    }

    @Override
    public List<String> columns() {
        return List.of(
                "id",
                "function_id",
                "unit_id",
                "post_id",
                "valid_from",
                "valid_to",
                "decision",
                "certainty");
    }

    @Override
    protected Function<Row, FunctionHolder> reading() {
        var functions = registers.all(FunctionRegisters.FUNCTIONS);
        var knownUnits = units.all();
        var knownPosts = posts.all();
        return row -> {
            var function = row.id("function_id");
            if (!functions.containsKey(function)) {
                throw row.refused("function_id", "function-unknown", "id", function);
            }
            var unit = row.id("unit_id");
            if (!knownUnits.containsKey(unit)) {
                throw row.refused("unit_id", "unit-unknown", "id", unit);
            }
            var post = row.optional("post_id");
            if (post != null && !knownPosts.containsKey(post)) {
                throw row.refused("post_id", "post-unknown", "id", post);
            }
            return new FunctionHolder(
                    row.id("id"),
                    function,
                    unit,
                    post,
                    row.day("valid_from"),
                    row.optionalDay("valid_to"),
                    row.optional("decision"),
                    row.text("certainty"));
        };
    }

    @Override
    protected LocalDate since(FunctionHolder holder) {
        return holder.validFrom();
    }

    @Override
    protected boolean isSame(FunctionHolder present, FunctionHolder read) {
        return present.functionId().equals(read.functionId())
                && present.unitId().equals(read.unitId())
                && Objects.equals(present.postId(), read.postId())
                && present.validFrom().equals(read.validFrom())
                && (present.validTo() != null || read.validTo() == null);
    }
}
