-- The last order to rebuild the facts from the topics, and how far it is. The rebuilt table stands
-- in a schema of its own until it takes the place of the one in use.
CREATE SCHEMA rebuilding;
CREATE TABLE rebuild (
    only_row     boolean     PRIMARY KEY DEFAULT true CHECK (only_row),
    state        text        NOT NULL,
    ordered_at   timestamptz,
    started_at   timestamptz,
    finished_at  timestamptz,
    lease_number bigint      NOT NULL DEFAULT 0,
    read         bigint      NOT NULL DEFAULT 0,
    total        bigint      NOT NULL DEFAULT 0,
    skipped      bigint      NOT NULL DEFAULT 0,
    corrected    int         NOT NULL DEFAULT 0,
    failure      text
) WITH (fillfactor = 20);
INSERT INTO rebuild (state) VALUES ('NEVER');
