package haicap.gateway.catalogue;

/** The same in both languages. */
record Text(String vi, String en) {}
