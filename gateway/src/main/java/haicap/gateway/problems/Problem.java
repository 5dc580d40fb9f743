package haicap.gateway.problems;

/** The body of a refusal (RFC 9457), in the shape that the services use. */
record Problem(String type, String title, int status, String detail, String code, String traceId) {

    static final String MEDIA_TYPE = "application/problem+json";
}
