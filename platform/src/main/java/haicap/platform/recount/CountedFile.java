package haicap.platform.recount;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;

/**
 * A file as its source has it.
 *
 * @param unitId whose matter it is at the instant
 * @param version as one number that orders as versions do
 * @param publicState what its events tell of it, see {@link haicap.platform.events.PublicState}
 */
public record CountedFile(
        String id,
        String unitId,
        long version,
        @JsonProperty("public") @JsonRawValue String publicState) {}
