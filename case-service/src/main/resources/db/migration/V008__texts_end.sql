-- The texts of a report that was decided long ago are erased; what it was and what was decided stays.
ALTER TABLE crime_report ADD COLUMN text_erased_at timestamptz;

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
DROP TRIGGER history_is_append_only ON history;
CREATE TRIGGER history_is_append_only BEFORE UPDATE OR DELETE ON history
    FOR EACH ROW EXECUTE FUNCTION keep_history();
CREATE TRIGGER history_is_kept BEFORE TRUNCATE ON history
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
