package haicap.org.authority;

import haicap.org.functions.FunctionRegisters;
import haicap.org.registers.RegisterImport;
import haicap.org.registers.Registers;
import haicap.platform.imports.Row;
import haicap.platform.orgcopy.AuthorityRule;
import haicap.platform.orgcopy.AuthorityRule.Effect;
import haicap.platform.orgcopy.Grade;
import haicap.platform.orgcopy.Relation;
import haicap.platform.orgcopy.Title;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Rules of authority; several values of a column are separated by spaces. */
@Component
class AuthorityRuleImport extends RegisterImport<AuthorityRule> {

    private final Registers registers;

    AuthorityRuleImport(Registers registers) {
        super(registers, AuthorityRegister.RULES, AuthorityRegister.ID);
        this.registers = registers;
    }

    @Override
    public String name() {
        return "authority-rules";
    }

    @Override
    public List<String> columns() {
        return List.of(
                "id",
                "action",
                "effect",
                "titles",
                "post_field",
                "function_id",
                "requires",
                "excludes",
                "severities",
                "grades",
                "valid_from",
                "valid_to",
                "article",
                "title_vi",
                "title_en",
                "certainty");
    }

    @Override
    protected java.util.function.Function<Row, AuthorityRule> reading() {
        var functions = registers.all(FunctionRegisters.FUNCTIONS).keySet();
        return row -> read(row, functions);
    }

    private static AuthorityRule read(Row row, Set<String> functions) {
        return new AuthorityRule(
                row.text("id"),
                row.text("action"),
                row.oneOf("effect", Effect.class),
                several(row, "titles", Title.class),
                row.optional("post_field"),
                function(row, functions),
                several(row, "requires", Relation.class),
                several(row, "excludes", Relation.class),
                words(row.optional("severities")),
                several(row, "grades", Grade.class),
                row.day("valid_from"),
                row.optionalDay("valid_to"),
                row.text("article"),
                row.text("title_vi"),
                row.text("title_en"),
                row.text("certainty"));
    }

    private static @Nullable String function(Row row, Set<String> functions) {
        var id = row.optional("function_id");
        if (id != null && !functions.contains(id)) {
            throw row.refused("function_id", "function-unknown", "id", id);
        }
        return id;
    }

    private static <E extends Enum<E>> Set<E> several(Row row, String column, Class<E> type) {
        var known =
                Arrays.stream(type.getEnumConstants())
                        .collect(Collectors.toMap(Enum::name, value -> value));
        return words(row.optional(column)).stream()
                .map(word -> {
                    var value = known.get(word);
                    if (value == null) {
                        throw row.refused(
                                column,
                                "value-not-allowed",
                                Map.of("allowed", known.keySet().stream().sorted().toList()));
                    }
                    return value;
                })
                .collect(Collectors.toSet());
    }

    private static Set<String> words(@Nullable String text) {
        return text == null ? Set.of() : Set.of(text.split(" +"));
    }

    @Override
    protected LocalDate since(AuthorityRule rule) {
        return rule.validFrom();
    }

    @Override
    protected boolean isSame(AuthorityRule present, AuthorityRule read) {
        return present.validTo() == null
                ? present.equals(read)
                : present.equals(read.endingOn(present.validTo()));
    }
}
