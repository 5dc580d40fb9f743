-- Visits are records whose parent is their campaign, which visits each unit once.
CREATE UNIQUE INDEX visit_once ON record (parent_id, unit_id) WHERE kind = 'visit';
