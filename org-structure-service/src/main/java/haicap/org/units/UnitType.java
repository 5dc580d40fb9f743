package haicap.org.units;

/** What a unit is called in law: phường, xã, thị trấn, quận, huyện, thị xã, phòng. */
public enum UnitType {
    CITY_POLICE,
    DEPARTMENT,
    URBAN_DISTRICT,
    RURAL_DISTRICT,
    TOWN,
    WARD,
    COMMUNE,
    TOWNSHIP
}
