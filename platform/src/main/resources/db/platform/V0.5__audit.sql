-- Who did and who read what (haicap.platform.audit). Append-only.

CREATE TABLE audit (
    id       bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at       timestamptz NOT NULL,
    real_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    caller   text        NOT NULL,
    post     text,
    action   text        NOT NULL,
    kind     text        NOT NULL,
    subject  text        NOT NULL,
    details  jsonb       NOT NULL,
    trace_id text        NOT NULL
);
CREATE INDEX audit_by_subject ON audit (subject, id);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;
CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE ON audit
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
