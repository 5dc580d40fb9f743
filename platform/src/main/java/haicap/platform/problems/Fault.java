package haicap.platform.problems;

import java.util.Map;

/**
 * One thing that is wrong with a request.
 *
 * @param pointer JSON pointer into the body ({@code /receivedAt}), or the name of a header or
 *     parameter
 * @param code stable code of the fault; its text is {@code <code>.detail}
 * @param args what the text names
 */
public record Fault(String pointer, String code, Map<String, ?> args) {}
