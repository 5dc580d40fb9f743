-- A recount adds up the digests of all facts; each keeps its own, which the database makes of what it stores, as
-- the contracts of the sources say.
ALTER TABLE fact ADD COLUMN digest bigint NOT NULL GENERATED ALWAYS AS (
    CASE kind
        WHEN 'CRIME_REPORT' THEN hash_record_extended(
            ROW(id, began_at, open, due_at, received_by, hand_overs, outcome, decided_at,
                decided_by),
            0)
        WHEN 'VISIT' THEN hash_record_extended(ROW(id, campaign_from, campaign_to, NOT open), 0)
        ELSE hash_record_extended(ROW(id, began_at, open, due_at), 0)
    END) STORED;

-- When it was last handed over or decided; as a number it was a quarter of what a fact costs to write.
ALTER TABLE fact DROP COLUMN last_deed;
ALTER TABLE fact ADD COLUMN last_deed timestamptz GENERATED ALWAYS AS (
    CASE hand_overs
        WHEN '' THEN decided_at
        ELSE greatest(
            decided_at,
            to_timestamp(split_part(split_part(hand_overs, ',', -1), '@', 1)::float8 / 1000000))
    END) STORED;
CREATE INDEX ON fact (last_deed) WHERE last_deed IS NOT NULL;
