-- When a report was over: decided, and nothing owed for it any more. By this its texts find their end.
ALTER TABLE crime_report ADD COLUMN ended_at timestamptz;
UPDATE crime_report f
SET ended_at = (SELECT max(h.recorded_at) FROM history h WHERE h.file_id = f.id)
WHERE NOT f.open AND f.due_at IS NULL;
CREATE INDEX crime_report_ended ON crime_report (ended_at, id) WHERE text_erased_at IS NULL AND ended_at IS NOT NULL;
