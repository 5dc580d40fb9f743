-- Facts of every kind of work; a column of one kind is empty for the others. hand_overs is the text
-- that the digests of recounts are made of: micros@unit in order, joined by commas.
ALTER TABLE fact
    ALTER COLUMN began_at DROP NOT NULL,
    ADD COLUMN received_by   text,
    ADD COLUMN hand_overs    text NOT NULL DEFAULT '',
    ADD COLUMN outcome       text,
    ADD COLUMN decided_at    timestamptz,
    ADD COLUMN decided_by    text,
    ADD COLUMN campaign_from date,
    ADD COLUMN campaign_to   date;
UPDATE fact SET received_by = unit_id WHERE kind = 'CRIME_REPORT';

-- When it was last handed over or decided, as a number.
ALTER TABLE fact ADD COLUMN last_deed bigint GENERATED ALWAYS AS (
    greatest(
        micros(decided_at),
        nullif(split_part(split_part(hand_overs, ',', -1), '@', 1), '')::bigint)) STORED;

-- Indexes have the names that PostgreSQL gives them, so that a rebuilt table has the same.
DROP INDEX fact_by_beginning, fact_by_due, fact_of_unit;
CREATE INDEX ON fact (began_at);
CREATE INDEX ON fact (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX ON fact (last_deed) WHERE last_deed IS NOT NULL;
CREATE INDEX ON fact (campaign_from, campaign_to) WHERE campaign_from IS NOT NULL;
CREATE INDEX ON fact (unit_id, kind);
