-- What becomes of an obstacle: department_unit_id is the department that was made responsible;
-- answer_due_at and due_rule stand only while a clock for its answer runs.
ALTER TABLE obstacle
    ADD COLUMN department_unit_id  text,
    ADD COLUMN answer              text,
    ADD COLUMN answered_at         timestamptz,
    ADD COLUMN answered_by_post    text,
    ADD COLUMN answered_by_officer text,
    ADD COLUMN answer_due_at       timestamptz,
    ADD COLUMN due_rule            text;
CREATE INDEX obstacle_of_department ON obstacle (department_unit_id, raised_at DESC, id DESC);
CREATE INDEX obstacle_by_due ON obstacle (answer_due_at, id) WHERE answer_due_at IS NOT NULL;

-- Each time limit of each file; one that is started again is another clock. Only met_at is ever
-- updated.
CREATE TABLE clock (
    file_id      text        NOT NULL,
    rule         text        NOT NULL,
    rule_version int         NOT NULL,
    started_at   timestamptz NOT NULL,
    due_at       timestamptz NOT NULL,
    last_day     date,
    earliest_at  timestamptz NOT NULL,
    met_at       timestamptz,
    steps        jsonb       NOT NULL,
    PRIMARY KEY (file_id, rule, started_at)
);

-- What was done to each file: append-only, one entry per version.
CREATE TABLE history (
    file_id         text        NOT NULL,
    version         bigint      NOT NULL,
    action          text        NOT NULL,
    recorded_at     timestamptz NOT NULL,
    by_post         text        NOT NULL,
    by_officer      text        NOT NULL,
    decision_number text,
    decided_at      timestamptz,
    ground          text,
    note            text,
    PRIMARY KEY (file_id, version)
);

CREATE TRIGGER history_is_append_only
    BEFORE UPDATE OR DELETE ON history
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
