-- Which entry of which old register became which report. The digest tells the same row from another one.
CREATE TABLE register_entry (
    unit_id         text NOT NULL,
    register_number text NOT NULL,
    file_id         text NOT NULL REFERENCES record (id),
    digest          text NOT NULL,
    PRIMARY KEY (unit_id, register_number)
);

-- A report that was taken over is found by the number of its old register, too.
CREATE INDEX crime_report_by_register_number ON record ((body->>'registerNumber'))
    WHERE kind = 'crime-report' AND body->>'registerNumber' IS NOT NULL;
