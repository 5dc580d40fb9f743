-- What is to be told, and how far it has been told (haicap.platform.outbox.Relay).

CREATE TABLE incarnation (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    number   int     NOT NULL
);
INSERT INTO incarnation (number) VALUES (1);

CREATE TABLE outbox (
    xid         xid8        NOT NULL DEFAULT pg_current_xact_id(),
    id          bigint      GENERATED ALWAYS AS IDENTITY,
    topic       text        NOT NULL,
    key         text        NOT NULL,
    aggregate   text        NOT NULL,
    type        text        NOT NULL,
    unit        text        NOT NULL,
    version     text        NOT NULL,
    at          timestamptz NOT NULL,
    traceparent text        NOT NULL,
    body        text        NOT NULL,
    written_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (xid, id)
);

CREATE TABLE relay_position (
    only_row     boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    incarnation  int     NOT NULL,
    xid          xid8    NOT NULL,
    id           bigint  NOT NULL,
    lease_number bigint  NOT NULL
);
INSERT INTO relay_position (incarnation, xid, id, lease_number) VALUES (1, '0', 0, 0);
