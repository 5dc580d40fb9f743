package haicap.platform.writes;

import haicap.platform.events.Version;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * What a writing request is answered, now and whenever its idempotency key comes again.
 *
 * @param location address of what was made
 * @param etag strong entity tag of the thing's new version
 * @param body a record to be written as JSON, or the bytes of an earlier answer
 */
public record Answer(
        int status,
        @Nullable String location,
        @Nullable String etag,
        String mediaType,
        Object body) {

    /** 201: a new thing. */
    public static Answer created(String location, Version version, Object body) {
        return new Answer(201, location, version.etag(), MediaType.APPLICATION_JSON_VALUE, body);
    }

    /** 200: a thing in its new version. */
    public static Answer ok(Version version, Object body) {
        return new Answer(200, null, version.etag(), MediaType.APPLICATION_JSON_VALUE, body);
    }

    /** 200: a result without a version. */
    public static Answer ok(Object body) {
        return new Answer(200, null, null, MediaType.APPLICATION_JSON_VALUE, body);
    }

    /** The id of what was made: where its address ends. */
    @Nullable String made() {
        return location == null ? null : location.substring(location.lastIndexOf('/') + 1);
    }

    /**
     * The HTTP response.
     *
     * @param <T> what a caller finds in the body of a success, for the contract's sake: a refusal
     *     and the bytes of an earlier answer pass through as they are
     */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <T> ResponseEntity<T> toResponse() {
        var response =
                ResponseEntity.status(status).contentType(MediaType.parseMediaType(mediaType));
        if (location != null) {
            response.header("Location", location);
        }
        if (etag != null) {
            response.header("ETag", etag);
        }
        return response.body((T) body);
    }
}
