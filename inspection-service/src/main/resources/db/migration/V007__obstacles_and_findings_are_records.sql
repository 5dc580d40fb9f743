-- Obstacles and findings stand in the tables of all records. Nobody has installed the system, so nothing is
-- carried over.
ALTER TABLE finding_reply
    DROP CONSTRAINT finding_reply_finding_id_fkey,
    ADD FOREIGN KEY (finding_id) REFERENCES record;
DROP TABLE finding;
DROP TABLE obstacle;
DROP TABLE clock;

CREATE INDEX obstacle_asked_of ON record ((body->>'askedOf'), opened_at DESC, id DESC)
    WHERE kind = 'obstacle';
CREATE INDEX obstacle_of_department ON record ((body->>'departmentUnitId'), opened_at DESC, id DESC)
    WHERE kind = 'obstacle';

-- What is left in history is of campaigns and visits, which have no texts that end.
DROP TRIGGER history_is_append_only ON history;
CREATE TRIGGER history_is_append_only BEFORE UPDATE OR DELETE ON history
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
DROP FUNCTION keep_history();

CREATE OR REPLACE FUNCTION texts_are_erased(file text) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT FROM record WHERE id = file AND erased_at IS NOT NULL)
$$;
