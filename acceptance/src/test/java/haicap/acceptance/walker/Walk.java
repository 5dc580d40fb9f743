package haicap.acceptance.walker;

import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** All that is fired at one operation: a request that would do, broken in each way there is. */
public final class Walk {

    private Walk() {}

    /**
     * So many shots at an operation, of every kind that it can be broken in; when there are not as
     * many, the rest is broken in two ways at once.
     *
     * @param ids a thing's id by the path before it
     */
    public static List<Shot> at(
            Operation operation, Function<String, String> ids, int count, Random random) {
        var whole = new Whole(operation, ids);
        var shots = new Shots();
        new BrokenAddresses(operation, whole, shots).add();
        new BrokenBodies(operation, whole, shots).add();
        new BrokenHeads(operation, whole, shots).add();
        return shots.some(count, whole.shot(), random);
    }
}
