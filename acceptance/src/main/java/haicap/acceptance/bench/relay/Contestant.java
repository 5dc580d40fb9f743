package haicap.acceptance.bench.relay;

/** A way to bring what was committed to a consumer. */
interface Contestant extends AutoCloseable {

    /** The topic in which its events arrive. */
    String topic();

    /** Commits a change to an aggregate together with its event; gives the aggregate's version. */
    long write(String aggregate);

    /** Commits so many events of new aggregates that nobody sends yet. */
    void pile(int rows);

    /** Begins to send what was piled up; may return before the end. */
    void drain();

    @Override
    void close();
}
