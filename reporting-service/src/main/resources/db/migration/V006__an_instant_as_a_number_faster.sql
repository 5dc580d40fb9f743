-- The same number. A body that depends on the session's time zone in form only is not inlined into
-- the statement that calls it, and a recount calls it three times for each file.
CREATE OR REPLACE FUNCTION micros(instant timestamptz) RETURNS bigint
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (extract(epoch FROM instant AT TIME ZONE 'UTC') * 1000000)::bigint;
