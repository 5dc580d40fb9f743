-- What has been alerted to: of each unit's silence since when, and which parked messages.
ALTER TABLE unit_figures ADD COLUMN silence_told timestamptz;
CREATE TABLE parked_told (id bigint PRIMARY KEY);
