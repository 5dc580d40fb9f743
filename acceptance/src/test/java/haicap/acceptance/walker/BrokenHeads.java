package haicap.acceptance.walker;

import static haicap.acceptance.walker.Rubbish.brief;
import static haicap.acceptance.walker.Rubbish.bytes;

import java.util.List;
import java.util.UUID;

/** Keys, versions, headers, media types and methods as nobody should send them. */
record BrokenHeads(Operation operation, Whole whole, Shots shots) {

    private static final String KEY = "Idempotency-Key";
    private static final String VERSION = "If-Match";
    private static final String TYPE = "Content-Type";

    void add() {
        if (operation.writes()) {
            keys();
        }
        if (operation.writes() && operation.asksForVersion()) {
            versions();
        }
        headers();
        media();
        if (!operation.streams()) {
            methods();
        }
    }

    private void keys() {
        add(Kind.KEY, whole.shot().without(KEY), "no key");
        for (var key : Rubbish.KEYS) {
            add(Kind.KEY, whole.shot().replacing(KEY, key), "key " + brief(key));
        }
        add(Kind.KEY, whole.shot().with(KEY, "another"), "two keys");
        var one = UUID.randomUUID().toString();
        for (var body : List.of("{}", "{\"a\": 1}", "[]", "{\"decisionNumber\": 7}")) {
            var taken = whole.shot().replacing(KEY, one);
            add(Kind.KEY, taken, "a key twice");
            shots.add(Kind.KEY, taken.sending(bytes(body), "another body, the same key", null));
        }
    }

    private void versions() {
        add(Kind.VERSION, whole.shot().without(VERSION), "no version");
        for (var tag : Rubbish.TAGS) {
            add(Kind.VERSION, whole.shot().replacing(VERSION, tag), "version " + brief(tag));
        }
        add(Kind.VERSION, whole.shot().with(VERSION, "\"1-1\""), "two versions");
    }

    private void headers() {
        for (var each : Rubbish.ACCEPTED) {
            add(Kind.HEADER, whole.shot().with("Accept", each), "accepts " + brief(each));
        }
        for (var name : Rubbish.HEADER_NAMES) {
            for (var each : Rubbish.HEADERS) {
                add(Kind.HEADER, whole.shot().with(name, each), name + ": " + brief(each));
            }
        }
        add(
                Kind.HEADER,
                whole.shot().with("Acting-Post", "a").with("Acting-Post", "b"),
                "two posts");
        add(Kind.HEADER, whole.shot().with("X-Big", "x".repeat(12_000)), "a long header");
    }

    private void media() {
        for (var each : Rubbish.MEDIA) {
            add(Kind.MEDIA, whole.shot().replacing(TYPE, each), "media type " + each);
        }
        add(Kind.MEDIA, whole.shot().without(TYPE), "no media type");
        add(Kind.MEDIA, whole.shot().with("Content-Encoding", "gzip"), "not gzip");
    }

    private void methods() {
        for (var method :
                List.of("PUT", "PATCH", "DELETE", "OPTIONS", "HEAD", "PROPFIND", "TRACE", "get")) {
            shots.add(Kind.METHOD, whole.shot().by(method));
        }
    }

    private void add(Kind kind, Shot shot, String why) {
        shots.add(kind, shot.because(why));
    }
}
