package haicap.local.tiles;

/** Where a unit lies on the earth. */
record Place(String unitId, double latitude, double longitude) {}
