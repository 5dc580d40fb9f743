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
