package haicap.platform.web;

/**
 * How many items a page may have: {@code ?limit=} from 1 to 500, 50 unless told. Controllers take
 * it as an argument; anything else is refused with 400.
 */
public record Limit(int value) {

    static final int LEAST = 1;
    static final int MOST = 500;
    static final Limit DEFAULT = new Limit(50);
}
