package haicap.platform.orgcopy;

/** The tiers of the model; districts only in the past. */
public enum Tier {
    CITY,
    DEPARTMENT,
    DISTRICT,
    COMMUNE
}
