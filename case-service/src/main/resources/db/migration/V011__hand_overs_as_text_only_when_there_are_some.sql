-- PostgreSQL tries to inline a function in SQL whenever it prepares the digest of a row, so at each write; this one it
-- calls, and only for a report that was handed over. What it gives is the same.
CREATE OR REPLACE FUNCTION hand_overs_as_text(hand_overs jsonb) RETURNS text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
    RETURN (
        SELECT coalesce(
            string_agg(
                concat((extract(epoch FROM (passing ->> 'at')::timestamptz) * 1000000)::bigint,
                       '@', passing ->> 'unitId'),
                ',' ORDER BY nth),
            '')
        FROM jsonb_array_elements(hand_overs) WITH ORDINALITY AS made (passing, nth));
END $$;
