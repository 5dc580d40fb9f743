-- Each time limit of each file. One can end without being met, and one rule can start a clock again: for the next unit
-- that gets the file. Only met_at, ended_at and ended_by are ever updated.
CREATE TABLE clock (
    file_id      text        NOT NULL,
    rule         text        NOT NULL,
    rule_version int         NOT NULL,
    start_event  text        NOT NULL,
    started_at   timestamptz NOT NULL,
    due_at       timestamptz NOT NULL,
    last_day     date,
    earliest_at  timestamptz NOT NULL,
    obliges      text        NOT NULL,
    met_by       text        NOT NULL,
    met_at       timestamptz,
    ended_at     timestamptz,
    ended_by     text,
    steps        jsonb       NOT NULL,
    PRIMARY KEY (file_id, rule, started_at)
);
