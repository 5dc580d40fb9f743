package haicap.casework.reports;

/** Groups of crime. National security is not held in this system. */
public enum Category {
    /** Social order. */
    SO,
    /** Economic management order. */
    EC,
    /** Corruption and position crimes. */
    CO,
    /** Environment, resources, food safety. */
    EN,
    /** Information technology and telecommunications. */
    HT,
    /** Drugs. */
    DR
}
