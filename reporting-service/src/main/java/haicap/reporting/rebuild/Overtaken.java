package haicap.reporting.rebuild;

/** Another replica has taken the rebuild over; this one leaves it. */
final class Overtaken extends RuntimeException {}
