package haicap.org.functions;

import java.util.Map;

/** Which hand-overs of functions nobody has verified yet. */
public interface UnverifiedHandOvers {

    /** Transfers that were signed and not received, by the entry of the register that each made. */
    Map<String, String> byEntry();
}
