-- A report can go from unit to unit and is decided on at the end. unit_id is the custodian as stored: it
-- changes only by a hand-over, while a merger leaves it as it is. received_by never changes. hand_overs
-- holds {at, unitId, toUnitId} in order.
ALTER TABLE crime_report
    ADD COLUMN received_by text,
    ADD COLUMN hand_overs  jsonb NOT NULL DEFAULT '[]',
    ADD COLUMN outcome     text,
    ADD COLUMN decided_at  timestamptz,
    ADD COLUMN decided_by  text;
UPDATE crime_report SET received_by = unit_id;
ALTER TABLE crime_report ALTER COLUMN received_by SET NOT NULL;
