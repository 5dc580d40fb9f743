-- What is stored at a unit is asked for only when custody moves, and then of many units at once. A tree for that was a
-- sixth of what a fact costs to write; reading all facts takes a third of a second for a million.
DROP INDEX fact_unit_id_kind_idx;
