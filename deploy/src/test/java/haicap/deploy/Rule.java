package haicap.deploy;

import java.util.List;

/** Something that every overlay keeps. */
@FunctionalInterface
interface Rule {

    /** What is wrong, each in a line; nothing when all is well. */
    List<String> violations(Manifests manifests);
}
