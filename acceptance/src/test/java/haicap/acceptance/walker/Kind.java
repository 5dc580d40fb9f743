package haicap.acceptance.walker;

/** What is broken, and how many of it come in each round. */
enum Kind {
    PATH(2),
    QUERY(2),
    BODY(1),
    FIELD(5),
    KEY(1),
    VERSION(1),
    HEADER(1),
    MEDIA(1),
    METHOD(1);

    private final int share;

    Kind(int share) {
        this.share = share;
    }

    int share() {
        return share;
    }
}
