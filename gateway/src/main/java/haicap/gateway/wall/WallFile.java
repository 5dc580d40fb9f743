package haicap.gateway.wall;

import haicap.gateway.pages.PublicFile;
import org.springframework.http.MediaType;

/** One file of the page. */
record WallFile(String name, byte[] bytes) {

    MediaType type() {
        return PublicFile.typeOf(name);
    }
}
