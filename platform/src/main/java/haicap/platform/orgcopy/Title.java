package haicap.platform.orgcopy;

/** Titles of posts. */
public enum Title {
    CITY_DIRECTOR,
    DEPUTY_DIRECTOR,
    DEPARTMENT_HEAD,
    DISTRICT_CHIEF,
    COMMUNE_CHIEF,
    COMMUNE_DEPUTY,
    DUTY_OFFICER
}
