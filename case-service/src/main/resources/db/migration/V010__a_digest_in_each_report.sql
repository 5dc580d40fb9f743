-- A recount adds up the digests of all reports; each keeps its own, which the database makes of what it stores.
-- The version is left out: as one number it depends on the incarnation of the database.
CREATE FUNCTION hand_overs_as_text(hand_overs jsonb) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (
    SELECT coalesce(
        string_agg(
            concat((extract(epoch FROM (passing ->> 'at')::timestamptz) * 1000000)::bigint,
                   '@', passing ->> 'unitId'),
            ',' ORDER BY nth),
        '')
    FROM jsonb_array_elements(hand_overs) WITH ORDINALITY AS made (passing, nth));

ALTER TABLE crime_report ADD COLUMN digest bigint NOT NULL GENERATED ALWAYS AS (
    hash_record_extended(
        ROW(id, received_at, open, due_at, received_by,
            CASE WHEN hand_overs = '[]' THEN '' ELSE hand_overs_as_text(hand_overs) END,
            outcome, decided_at, decided_by),
        0)) STORED;
