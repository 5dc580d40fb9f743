/** Campaigns: seven teams visit every unit in force, each unit exactly once. */
@NullMarked
package haicap.inspection.campaigns;

import org.jspecify.annotations.NullMarked;
