-- What must be kept although its time is over, and what was disposed of (haicap.platform.retention).

CREATE TABLE legal_hold (
    id               text        PRIMARY KEY,
    subject          text        NOT NULL,
    decision_number  text        NOT NULL,
    held_at          timestamptz NOT NULL,
    by_post          text        NOT NULL,
    by_officer       text        NOT NULL,
    released_at      timestamptz,
    released_by_post text,
    release_number   text
);
CREATE INDEX legal_hold_standing ON legal_hold (subject) WHERE released_at IS NULL;

CREATE TABLE retention_run (
    class    text        PRIMARY KEY,
    disposed bigint      NOT NULL,
    last_at  timestamptz NOT NULL
);
