-- Each time limit of each file. Only met_at is ever updated.
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
    steps        jsonb       NOT NULL,
    PRIMARY KEY (file_id, rule)
);
