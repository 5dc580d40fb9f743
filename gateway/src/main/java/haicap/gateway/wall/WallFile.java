package haicap.gateway.wall;

import haicap.gateway.pages.PublicFile;
import haicap.gateway.pages.Shared;
import org.springframework.http.MediaType;

/** One file of the page. */
record WallFile(String name, byte[] bytes, Shared content) {

    WallFile(String name, byte[] bytes) {
        this(name, bytes, new Shared(bytes));
    }

    MediaType type() {
        return PublicFile.typeOf(name);
    }
}
