-- What is still to be done, most pressing first: of a unit, and of a post. A decided report stays at hand while
-- duties are owed for it.
CREATE INDEX crime_report_at_hand
    ON crime_report (unit_id, (coalesce(due_at, 'infinity'::timestamptz)), id)
    WHERE open OR due_at IS NOT NULL;
CREATE INDEX crime_report_of_post
    ON crime_report (assigned_post_id, (coalesce(due_at, 'infinity'::timestamptz)), id)
    WHERE open OR due_at IS NOT NULL;
