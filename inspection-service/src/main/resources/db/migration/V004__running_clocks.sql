-- A recount asks for the running clocks of all files at once.
CREATE INDEX clock_running ON clock (file_id, rule, due_at) WHERE met_at IS NULL;
