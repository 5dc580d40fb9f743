-- A clock can end without being met, and one rule can start a clock again: for the next unit that gets the file.
-- Only met_at, ended_at and ended_by are ever updated.
ALTER TABLE clock
    ADD COLUMN ended_at timestamptz,
    ADD COLUMN ended_by text,
    DROP CONSTRAINT clock_pkey,
    ADD PRIMARY KEY (file_id, rule, started_at);
