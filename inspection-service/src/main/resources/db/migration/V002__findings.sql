-- The right of reply: what the unit says to a finding, which is a record, stands beside it and changes nothing in it.
CREATE TABLE finding_reply (
    id              text        PRIMARY KEY,
    finding_id      text        NOT NULL REFERENCES record,
    replied_at      timestamptz NOT NULL,
    by_post         text        NOT NULL,
    by_officer      text        NOT NULL,
    decision_number text        NOT NULL,
    decided_at      timestamptz NOT NULL,
    text            text        NOT NULL
);
CREATE INDEX finding_reply_of_finding ON finding_reply (finding_id, replied_at);

-- Of a reply only the text goes, and only with those of the finding.
CREATE FUNCTION keep_reply() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.text = '' AND to_jsonb(NEW) - 'text' = to_jsonb(OLD) - 'text'
            AND EXISTS (SELECT FROM record WHERE id = OLD.finding_id AND erased_at IS NOT NULL) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;
CREATE TRIGGER finding_reply_is_append_only BEFORE UPDATE OR DELETE ON finding_reply
    FOR EACH ROW EXECUTE FUNCTION keep_reply();
CREATE TRIGGER finding_reply_is_kept BEFORE TRUNCATE ON finding_reply
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
