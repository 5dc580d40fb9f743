-- Which entry of which old register became which report. The digest tells the same row from another one.
CREATE TABLE register_entry (
    unit_id         text NOT NULL,
    register_number text NOT NULL,
    file_id         text NOT NULL REFERENCES record (id),
    digest          text NOT NULL,
    PRIMARY KEY (unit_id, register_number)
);
