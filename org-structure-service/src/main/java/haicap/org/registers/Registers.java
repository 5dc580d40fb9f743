package haicap.org.registers;

import haicap.org.events.Happened;
import haicap.org.events.OrgNews;
import haicap.platform.outbox.AnnouncedKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * All registers of the organisation. What changes is written and told in the transaction at hand,
 * so that rights and routing follow at its day in every service. Safe for all threads.
 */
@Component
public class Registers {

    private final RegisterTable table;
    private final OrgNews news;

    Registers(RegisterTable table, OrgNews news) {
        this.table = table;
        this.news = news;
    }

    /** Every entry that ever was, by id. */
    public <S> Map<String, S> all(Register<S> register) {
        return table.all(register).stream()
                .map(RegisterTable.Row::state)
                .collect(Collectors.toMap(register.id(), Function.identity()));
    }

    /** One entry. */
    public <S> Optional<S> find(Register<S> register, String id) {
        return table.find(register, id).map(RegisterTable.Row::state);
    }

    /** Enters these, each in the place of what stood under its id. */
    public <S> void enter(Register<S> register, List<S> states, Function<S, Happened> happened) {
        news.tell(
                states.stream()
                        .map(state -> table.save(register, state))
                        .map(row ->
                                new RegisterEvent<>(
                                        register,
                                        row.state(),
                                        row.version(),
                                        happened.apply(row.state())))
                        .toList());
    }

    /** How the entries of a register are announced as they are. */
    public <S> AnnouncedKind announced(Register<S> register) {
        return news.kind(
                register.name(),
                "(SELECT id FROM register_entry WHERE register = '%s') AS entry"
                        .formatted(register.name()),
                id -> {
                    var row = table.find(register, id).orElseThrow();
                    return new RegisterEvent<>(register, row.state(), row.version(), null);
                });
    }
}
