-- What began on a day and what was done in a month is asked for when a day or a month passes, and by a recount; a
-- tree of each was a third of what a fact costs to write. Facts arrive nearly in the order of these instants, so a
-- summary of each stretch of the table finds them, too.
DROP INDEX fact_began_at_idx, fact_last_deed_idx;
CREATE INDEX ON fact USING brin (began_at) WITH (pages_per_range = 32, autosummarize = on);
CREATE INDEX ON fact USING brin (last_deed) WITH (pages_per_range = 32, autosummarize = on);
