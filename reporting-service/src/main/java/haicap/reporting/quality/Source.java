package haicap.reporting.quality;

import haicap.reporting.facts.FileKind;

/**
 * A service that keeps files and recounts them from its own tables.
 *
 * @param part its name among the parts
 * @param topic on which it tells of them
 */
record Source(String part, String topic, FileKind kind) {}
