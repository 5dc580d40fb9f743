-- Lock-first transactions and the idempotency record (see haicap.platform.writes.Writes).

CREATE TABLE idempotency (
    caller      text        NOT NULL,
    post        text        NOT NULL,
    key         text        NOT NULL,
    fingerprint bytea       NOT NULL,
    -- without a status the key is claimed by an order that takes several transactions
    status      int,
    location    text,
    etag        text,
    media_type  text,
    -- without a body the answer was erased together with the texts of what it was about
    body        bytea,
    -- the thing that the answer is about
    subject     text,
    runner      uuid,
    held_until  timestamptz,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (caller, post, key)
);
CREATE INDEX idempotency_by_age ON idempotency (recorded_at);
CREATE INDEX idempotency_by_subject ON idempotency (subject) WHERE subject IS NOT NULL;

-- Takes every lock of a transaction before it touches a row, and gives what an earlier request with
-- the same key was answered within seven days. The order of the keys is the caller's duty:
-- ascending.
CREATE FUNCTION lock_first(
    request_lock bigint, caller_ text, post_ text, key_ text, whole boolean, aggregates bigint[])
RETURNS TABLE (
    busy boolean, fingerprint bytea, status int, location text, etag text, media_type text,
    body bytea, runner uuid, held boolean)
LANGUAGE plpgsql AS $$
DECLARE
    aggregate bigint;
BEGIN
    IF request_lock IS NOT NULL AND NOT pg_try_advisory_xact_lock(request_lock) THEN
        RETURN QUERY
            SELECT true, NULL::bytea, NULL::int, NULL::text, NULL::text, NULL::text, NULL::bytea,
                   NULL::uuid, false;
        RETURN;
    END IF;
    IF whole THEN
        PERFORM pg_advisory_xact_lock(0);
    ELSE
        PERFORM pg_advisory_xact_lock_shared(0);
    END IF;
    FOREACH aggregate IN ARRAY aggregates LOOP
        PERFORM pg_advisory_xact_lock(aggregate);
    END LOOP;
    IF pg_current_xact_id_if_assigned() IS NOT NULL THEN
        RAISE EXCEPTION 'the transaction touched a row before it held its locks';
    END IF;
    IF request_lock IS NOT NULL THEN
        RETURN QUERY
            SELECT false, i.fingerprint, i.status, i.location, i.etag, i.media_type, i.body,
                   i.runner, coalesce(i.held_until > clock_timestamp(), false)
            FROM idempotency i
            WHERE i.caller = caller_ AND i.post = post_ AND i.key = key_
              AND i.recorded_at > now() - interval '7 days';
    END IF;
END $$;
