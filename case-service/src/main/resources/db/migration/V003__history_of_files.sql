-- What was done to each file: append-only, one entry per version. The texts of a report that was decided long ago are
-- erased; what it was and what was decided stays.
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

CREATE FUNCTION keep_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.ground IS NULL AND NEW.note IS NULL
            AND to_jsonb(NEW) - 'ground' - 'note' = to_jsonb(OLD) - 'ground' - 'note'
            AND EXISTS (SELECT FROM crime_report
                        WHERE id = OLD.file_id AND text_erased_at IS NOT NULL) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;
CREATE TRIGGER history_is_append_only BEFORE UPDATE OR DELETE ON history
    FOR EACH ROW EXECUTE FUNCTION keep_history();
CREATE TRIGGER history_is_kept BEFORE TRUNCATE ON history
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
