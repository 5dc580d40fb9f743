/** The local copy of units, lineage, posts and appointments, fed by the organisation's topic. */
@NullMarked
package haicap.platform.orgcopy;

import org.jspecify.annotations.NullMarked;
