package haicap.gateway.problems;

/**
 * One problem.
 *
 * @param status of the answers that bear it; {@code 4xx} where it varies
 */
public record Entry(String code, String status, Again again, Text title, Text cause, Text cure) {}
