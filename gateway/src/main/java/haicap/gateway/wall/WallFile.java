package haicap.gateway.wall;

import org.springframework.http.MediaType;

/** One file of the page. */
record WallFile(String name, byte[] bytes) {

    MediaType type() {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "html" -> MediaType.valueOf("text/html;charset=UTF-8");
            case "js" -> MediaType.valueOf("text/javascript;charset=UTF-8");
            case "css" -> MediaType.valueOf("text/css;charset=UTF-8");
            case "svg" -> MediaType.valueOf("image/svg+xml");
            case "json" -> MediaType.APPLICATION_JSON;
            case "webmanifest" -> MediaType.valueOf("application/manifest+json");
            default -> throw new IllegalArgumentException(name + " is no file of the wall");
        };
    }
}
