package haicap.local.tiles;

/**
 * Where a unit stands on the wall.
 *
 * @param column from the west, beginning with 0
 * @param row from the north, beginning with 0
 */
record Tile(String unitId, int column, int row) {}
