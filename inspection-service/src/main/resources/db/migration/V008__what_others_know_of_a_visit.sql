-- What others know of a visit, as the events tell it and recounts hash it: without its unit, which a restructuring
-- changes.
ALTER TABLE visit
    ADD COLUMN public        jsonb  NOT NULL,
    ADD COLUMN public_digest bigint GENERATED ALWAYS AS (jsonb_hash_extended(public, 0)) STORED;
