-- What has been alerted to: of each unit's silence since when, which parked messages, and
-- which topics with missed events.
ALTER TABLE unit_figures ADD COLUMN silence_told timestamptz;
CREATE TABLE parked_told (id bigint PRIMARY KEY);
CREATE TABLE gap_told (topic text PRIMARY KEY, since timestamptz NOT NULL);
