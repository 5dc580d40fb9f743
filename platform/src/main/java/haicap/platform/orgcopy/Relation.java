package haicap.platform.orgcopy;

/**
 * How who decides stands to what is decided on. Rules of authority ask for some and rule out
 * others.
 */
public enum Relation {
    /** Serves in the unit that has custody of it. */
    CUSTODIAN,
    /** Serves in the unit that was asked. */
    ADDRESSEE,
    /** Handles it: it was decided on a post that the officer holds. */
    HANDLER,
    /** Is the post to which the department's head who handles it reports. */
    ABOVE_HANDLER,
    /** Leads the visit from which it comes. */
    LEADER,
    /** Signed what is to be judged. */
    SIGNER,
    /** Served, not long ago, in the unit that it is about. */
    SERVED_THERE,
    /** Holds the post that it is about. */
    OWN_POST,
    /** Is the officer whom it is about. */
    SELF,
    /** Stands below the post that it is about. */
    BELOW,
    /** Serves in the commune in which it happened. */
    OWN_AREA,
    /** Is an investigator whom the head of the agency has assigned to the unit of the post. */
    ASSIGNED,
    /** Holds the post for a time only. */
    ACTING
}
