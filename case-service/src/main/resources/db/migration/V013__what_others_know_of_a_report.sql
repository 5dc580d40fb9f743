-- What others know of a report, as the events tell it and recounts hash it: without its unit, which a restructuring
-- changes.
ALTER TABLE crime_report
    DROP COLUMN digest,
    ADD COLUMN public        jsonb  NOT NULL,
    ADD COLUMN public_digest bigint GENERATED ALWAYS AS (jsonb_hash_extended(public, 0)) STORED;
DROP FUNCTION hand_overs_as_text(jsonb);
