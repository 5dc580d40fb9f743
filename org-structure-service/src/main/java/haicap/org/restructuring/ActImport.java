package haicap.org.restructuring;

import haicap.org.imports.ImportKind;
import haicap.org.imports.Intake;
import haicap.org.lineage.Successions;
import haicap.org.units.UnitRegister;
import haicap.platform.access.Caller;
import java.util.List;
import org.springframework.stereotype.Component;

/** One legal act per file, applied in one lawful step. */
@Component
class ActImport implements ImportKind {

    private final UnitRegister units;
    private final Successions successions;
    private final ActTable acts;
    private final ApplyAct apply;

    ActImport(UnitRegister units, Successions successions, ActTable acts, ApplyAct apply) {
        this.units = units;
        this.successions = successions;
        this.acts = acts;
        this.apply = apply;
    }

    @Override
    public String name() {
        return "acts";
    }

    @Override
    public List<String> columns() {
        return List.of(
                "change",
                "effective_on",
                "unit_id",
                "code",
                "name",
                "full_name",
                "type",
                "tier",
                "parent_id",
                "successor_id",
                "object_class",
                "share",
                "weight",
                "area_share",
                "population_share",
                "population_weight",
                "part_area_km2",
                "part_population",
                "is_default",
                "default_basis",
                "default_certainty",
                "basis",
                "certainty");
    }

    @Override
    public boolean inOneStep() {
        return true;
    }

    @Override
    public Intake begin(Caller by) {
        return new ActIntake(
                units.all(),
                successions.all(),
                acts::find,
                (act, changes) -> apply.apply(act, changes, by));
    }
}
