package haicap.org.restructuring;

import haicap.org.appointments.AppointmentRegister;
import haicap.org.events.Happened;
import haicap.org.lineage.Succession;
import haicap.org.lineage.Successions;
import haicap.org.posts.Post;
import haicap.org.posts.PostRegister;
import haicap.org.units.UnitRegister;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Applies an act: units begin, move and end, edges of lineage are recorded, and the posts and
 * appointments of what ends end with it. All in the transaction at hand, new units told first.
 */
@Component
class ApplyAct {

    private final ActTable acts;
    private final UnitRegister units;
    private final Successions successions;
    private final PostRegister posts;
    private final AppointmentRegister appointments;

    ApplyAct(
            ActTable acts,
            UnitRegister units,
            Successions successions,
            PostRegister posts,
            AppointmentRegister appointments) {
        this.acts = acts;
        this.units = units;
        this.successions = successions;
        this.posts = posts;
        this.appointments = appointments;
    }

    void apply(Act act, ChangesOfAct changes) {
        var day = act.effectiveOn();
        var happened = Happened.byAct(act.id(), day);
        var consequences = Consequences.of(posts.all().values(), changes.dissolved.keySet(), day);

        acts.save(act);
        units.establish(changes.established, unit -> happened);
        units.describe(changes.described, unit -> happened);
        units.move(changes.moved, day, happened);
        // an old default gives way before a new one comes: there is never more than one
        changes.corrected.sort(Comparator.comparing(Succession::isDefault));
        successions.correct(changes.corrected, happened);
        successions.record(changes.recorded, happened);
        posts.describe(consequences.redirected(), day, happened);
        posts.abolish(consequences.abolished(), happened);
        appointments.endWith(
                consequences.abolished().stream().collect(Collectors.toMap(Post::id, Post::unitId)),
                day,
                happened);
        units.dissolve(changes.dissolved.values().stream().toList(), happened);
    }
}
