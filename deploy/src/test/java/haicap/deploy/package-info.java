/**
 * What is handed to operators, tried without a cluster: manifests against rules, schemas and the
 * code, and the image.
 */
@NullMarked
package haicap.deploy;

import org.jspecify.annotations.NullMarked;
