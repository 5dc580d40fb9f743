package haicap.platform.orgcopy;

/** Titles of posts. */
public enum Title {
    CITY_DIRECTOR,
    DEPUTY_DIRECTOR,
    DEPARTMENT_HEAD,
    DISTRICT_CHIEF,
    COMMUNE_CHIEF,
    COMMUNE_DEPUTY,
    DUTY_OFFICER;

    /** Whether its holder is of the command of his unit. */
    public boolean commands() {
        return switch (this) {
            case CITY_DIRECTOR,
                    DEPUTY_DIRECTOR,
                    DEPARTMENT_HEAD,
                    DISTRICT_CHIEF,
                    COMMUNE_CHIEF,
                    COMMUNE_DEPUTY ->
                    true;
            case DUTY_OFFICER -> false;
        };
    }
}
