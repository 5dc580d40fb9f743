-- When an obstacle or a finding was over. By this its texts find their end.
ALTER TABLE obstacle ADD COLUMN ended_at timestamptz;
ALTER TABLE finding ADD COLUMN ended_at timestamptz;
UPDATE obstacle f
SET ended_at = (SELECT max(h.recorded_at) FROM history h WHERE h.file_id = f.id)
WHERE NOT f.open;
UPDATE finding f
SET ended_at = (SELECT max(h.recorded_at) FROM history h WHERE h.file_id = f.id)
WHERE f.state = 'CLOSED';
CREATE INDEX obstacle_ended ON obstacle (ended_at, id) WHERE text_erased_at IS NULL AND ended_at IS NOT NULL;
CREATE INDEX finding_ended ON finding (ended_at, id) WHERE text_erased_at IS NULL AND ended_at IS NOT NULL;
