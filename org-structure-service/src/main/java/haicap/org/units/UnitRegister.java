package haicap.org.units;

import haicap.org.events.Happened;
import haicap.org.events.OrgNews;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * The units, all that ever were. What changes here is written and told in the transaction at hand;
 * a unit that somebody else changed meanwhile fails the whole. Safe for all threads.
 */
@Component
public class UnitRegister {

    private final UnitTable table;
    private final OrgNews news;

    UnitRegister(UnitTable table, OrgNews news) {
        this.table = table;
        this.news = news;
    }

    /** Every unit by id. */
    public Map<String, Unit> all() {
        return table.all();
    }

    /** One unit. */
    public Optional<Unit> find(String id) {
        return table.find(id);
    }

    /** Units begin. */
    public void establish(List<Unit> units, Function<Unit, Happened> happened) {
        var next = units.stream().map(Unit::next).toList();
        table.insert(next);
        news.tell(
                next.stream()
                        .map(unit -> new UnitEvent.UnitEstablished(unit, happened.apply(unit)))
                        .toList());
    }

    /** Units are called otherwise. */
    public void describe(List<Unit> units, Function<Unit, Happened> happened) {
        var next = units.stream().map(Unit::next).toList();
        table.update(next);
        tellDescribed(next, happened);
    }

    /** Units stand under another parent from this day. */
    public void move(List<Unit> units, LocalDate from, Happened happened) {
        var next = units.stream().map(Unit::next).toList();
        table.update(next);
        table.move(next, from);
        tellDescribed(next, unit -> happened);
    }

    private void tellDescribed(List<Unit> units, Function<Unit, Happened> happened) {
        news.tell(
                units.stream()
                        .map(unit -> new UnitEvent.UnitDescribed(unit, happened.apply(unit)))
                        .toList());
    }

    /** Units end. */
    public void dissolve(List<Unit> units, Happened happened) {
        var next = units.stream().map(Unit::next).toList();
        table.update(next);
        news.tell(next.stream().map(unit -> new UnitEvent.UnitDissolved(unit, happened)).toList());
    }
}
