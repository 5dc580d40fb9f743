-- What is to be told, and how far it has been told (haicap.platform.outbox.Relay).

-- The server on which this database lives now. A restored copy runs under another system
-- identifier or, after recovery to a point in time and after a failover, on another timeline.
CREATE FUNCTION server_identity() RETURNS text LANGUAGE sql STABLE AS $$
    SELECT system_identifier || '/' || left(pg_walfile_name(pg_current_wal_lsn()), 8)
    FROM pg_control_system()
$$;

-- Which life of the database this is; raised whenever what it says may lie behind what it has said.
CREATE TABLE incarnation (
    only_row boolean     PRIMARY KEY DEFAULT true CHECK (only_row),
    number   int         NOT NULL,
    server   text        NOT NULL,
    since    timestamptz NOT NULL DEFAULT clock_timestamp(),
    reason   text        NOT NULL
);
INSERT INTO incarnation (number, server, reason) VALUES (1, server_identity(), 'first start');

-- The number that the writer believes in, if this is still that life: nothing is told in the name
-- of a life that has ended. SQLSTATE class 57: it passes when the writer has looked again.
CREATE FUNCTION living(believed int) RETURNS int LANGUAGE plpgsql STABLE AS $$
BEGIN
    PERFORM FROM incarnation WHERE number = believed AND server = server_identity();
    IF NOT FOUND THEN
        RAISE EXCEPTION 'incarnation % of this database has ended', believed USING ERRCODE = '57HC1';
    END IF;
    RETURN believed;
END $$;

CREATE TABLE outbox (
    incarnation int         NOT NULL,
    xid         xid8        NOT NULL DEFAULT pg_current_xact_id(),
    id          bigint      GENERATED ALWAYS AS IDENTITY,
    topic       text        NOT NULL,
    partition   int,
    key         text        NOT NULL,
    aggregate   text        NOT NULL,
    type        text        NOT NULL,
    unit        text        NOT NULL,
    version     text        NOT NULL,
    at          timestamptz NOT NULL,
    traceparent text        NOT NULL,
    body        text        NOT NULL,
    written_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (incarnation, xid, id)
);

-- One row for each relay: how far it has come.
CREATE TABLE relay_position (
    relay        text   PRIMARY KEY,
    incarnation  int    NOT NULL,
    xid          xid8   NOT NULL,
    id           bigint NOT NULL,
    lease_number bigint NOT NULL
);

-- Every aggregate is announced as it is, from a begin to an end frame
-- (haicap.platform.outbox.Reannouncing). The kinds follow each other by name.
CREATE TABLE reannouncement (
    number       bigint      PRIMARY KEY,
    incarnation  int         NOT NULL,
    reason       text        NOT NULL,
    requested_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    begun_at     timestamptz,
    kind         text        NOT NULL DEFAULT '',
    after_id     text        NOT NULL DEFAULT '',
    announced    bigint      NOT NULL DEFAULT 0,
    ended_at     timestamptz
);
