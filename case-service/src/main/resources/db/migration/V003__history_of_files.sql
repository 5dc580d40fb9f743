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
    changes         jsonb       NOT NULL,
    PRIMARY KEY (file_id, version)
);

CREATE TRIGGER history_is_append_only
    BEFORE UPDATE OR DELETE ON history
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
