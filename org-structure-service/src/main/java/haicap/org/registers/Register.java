package haicap.org.registers;

import java.util.function.Function;

/**
 * A register: what its entries are. Others know it by the simple name of their type.
 *
 * @param id of an entry, unique among all that is told of the organisation
 * @param unitId whose matter an entry is
 */
public record Register<S>(Class<S> type, Function<S, String> id, Function<S, String> unitId) {

    /** How events, tables and copies name it, such as {@code FunctionHolder}. */
    String name() {
        return type.getSimpleName();
    }
}
