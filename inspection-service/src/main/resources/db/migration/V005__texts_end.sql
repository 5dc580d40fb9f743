-- The texts of an obstacle or a finding that was closed long ago are erased; the rest of it stays.
ALTER TABLE obstacle ADD COLUMN text_erased_at timestamptz;
ALTER TABLE finding ADD COLUMN text_erased_at timestamptz;

CREATE FUNCTION texts_are_erased(file text) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT FROM obstacle WHERE id = file AND text_erased_at IS NOT NULL)
        OR EXISTS (SELECT FROM finding WHERE id = file AND text_erased_at IS NOT NULL)
$$;

CREATE FUNCTION keep_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.ground IS NULL AND NEW.note IS NULL
            AND to_jsonb(NEW) - 'ground' - 'note' = to_jsonb(OLD) - 'ground' - 'note'
            AND texts_are_erased(OLD.file_id) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;
DROP TRIGGER history_is_append_only ON history;
CREATE TRIGGER history_is_append_only BEFORE UPDATE OR DELETE ON history
    FOR EACH ROW EXECUTE FUNCTION keep_history();
CREATE TRIGGER history_is_kept BEFORE TRUNCATE ON history
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE FUNCTION keep_reply() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.text = '' AND to_jsonb(NEW) - 'text' = to_jsonb(OLD) - 'text'
            AND texts_are_erased(OLD.finding_id) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;
DROP TRIGGER finding_reply_is_append_only ON finding_reply;
CREATE TRIGGER finding_reply_is_append_only BEFORE UPDATE OR DELETE ON finding_reply
    FOR EACH ROW EXECUTE FUNCTION keep_reply();
