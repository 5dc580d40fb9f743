/**
 * Who this process is among those of its service: one name, one process, settings that are fit for
 * service.
 */
@NullMarked
package haicap.platform.instance;

import org.jspecify.annotations.NullMarked;
