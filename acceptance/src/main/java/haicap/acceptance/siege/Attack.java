package haicap.acceptance.siege;

import java.util.List;

/**
 * One way to take the system from others, and what it is answered.
 *
 * @param name as people read it
 * @param course what is done; it tells what it came to that it should not have, nothing when it was
 *     repelled
 */
public record Attack(String name, Course course) {

    /** What is done. */
    @FunctionalInterface
    public interface Course {

        /** Does it, and tells what was wrong about its answers. */
        List<String> run(Ground ground) throws Exception;
    }

    /** All that were once seen to succeed. */
    public static List<Attack> all() {
        return List.of(
                new Attack("asks for large files and never reads", Connections::neverRead),
                new Attack("drips imports", Connections::drip),
                new Attack("leaves bodies one byte short", Connections::oneByteShort),
                new Attack("asks for heads of streams", Requests::headsOfStreams),
                new Attack("writes addresses that are none", Requests::oddAddresses),
                new Attack("asks with long queries", Requests::longQueries),
                new Attack("asks for what is not there", Requests::whatIsNotThere),
                new Attack("puts secrets into broken headers", Requests::brokenHeaders),
                new Attack("asks for the operators' figures", Requests::operatorsFigures),
                new Attack("imports without the right", Bodies::importsWithoutRight),
                new Attack("writes texts that are hard to check", Bodies::hardTexts),
                new Attack("schedules invented units", Bodies::inventedUnits));
    }

    @Override
    public String toString() {
        return name;
    }
}
