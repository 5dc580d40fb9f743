-- The live picture: where the feed stands, as of which instant the figures are, the city's sums.
-- Written only under the feed lock. The epoch is the incarnation of the database.
CREATE TABLE picture (
    only_row boolean     PRIMARY KEY DEFAULT true CHECK (only_row),
    seq      bigint      NOT NULL,
    clock_at timestamptz NOT NULL,
    city     jsonb       NOT NULL
) WITH (fillfactor = 20);
INSERT INTO picture (seq, clock_at, city) VALUES (0, now(), '{}');

CREATE TABLE unit_figures (
    unit_id       text  PRIMARY KEY,
    figures       jsonb NOT NULL,
    last_event_at timestamptz
) WITH (fillfactor = 50);

-- The feed: every record at its position, for clients that resume and replicas that missed one, and
-- what its relay needs beside the data to make an event of it.
CREATE TABLE feed (
    epoch       int         NOT NULL,
    seq         bigint      NOT NULL,
    kind        text        NOT NULL,
    unit_id     text        NOT NULL,
    data        text        NOT NULL,
    at          timestamptz NOT NULL,
    traceparent text        NOT NULL,
    written_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (epoch, seq)
);
