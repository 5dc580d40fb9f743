-- What each file's newest event said. unit_id is the unit under which its source stores it.
CREATE TABLE fact (
    id       text        PRIMARY KEY,
    kind     text        NOT NULL,
    version  bigint      NOT NULL,
    unit_id  text        NOT NULL,
    open     boolean     NOT NULL,
    began_at timestamptz NOT NULL,
    due_at   timestamptz
);
CREATE INDEX fact_by_beginning ON fact (began_at);
CREATE INDEX fact_by_due ON fact (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX fact_of_unit ON fact (unit_id, kind);

-- Which unit's figures count the files that are stored under a unit. The figures and this table
-- change together, so a merger moves figures and no file.
CREATE TABLE custody (
    unit_id   text NOT NULL,
    kind      text NOT NULL,
    custodian text NOT NULL,
    PRIMARY KEY (unit_id, kind)
);

-- Which happenings have been told as an activity: each once, however late or often it arrives. What
-- happened too long ago to be told at all needs no row.
CREATE TABLE told (
    file_id text        NOT NULL,
    version bigint      NOT NULL,
    told_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (file_id, version)
);
CREATE INDEX told_by_age ON told (told_at);

-- An instant as a number, as the sources write it into the digests of their recounts.
CREATE FUNCTION micros(instant timestamptz) RETURNS bigint
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (extract(epoch FROM instant) * 1000000)::bigint;
