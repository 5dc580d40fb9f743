package haicap.casework.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The written decision that a transition carries; the signer is the caller's post.
 *
 * @param number of the document
 * @param at when it was signed
 * @param ground legal ground
 */
public record Decision(String number, Instant at, @Nullable String ground, @Nullable String note) {}
