-- Facts of every kind of work, counted or not: what its newest event said, and in what it counts, for whom, from when
-- until when, as four arrays. units: null for whoever has custody. next_at, previous_at: the nearest instants at which it
-- counts otherwise, seen from an instant at which that was noted.
CREATE TABLE fact (
    id            text          PRIMARY KEY,
    kind          text          NOT NULL,
    topic         text          NOT NULL,
    version       bigint        NOT NULL,
    unit_id       text          NOT NULL,
    public        jsonb         NOT NULL,
    public_digest bigint        GENERATED ALWAYS AS (jsonb_hash_extended(public, 0)) STORED,
    figures       text[]        NOT NULL,
    units         text[]        NOT NULL,
    since         timestamptz[] NOT NULL,
    until         timestamptz[] NOT NULL,
    next_at       timestamptz,
    previous_at   timestamptz,
    -- what is to be done next, and by whom; work_unit: null for whoever has custody; work_due: null when nothing is to be
    -- done, infinity where no clock presses
    work_unit     text,
    work_post     text,
    work_due      timestamptz,
    work_confirms boolean
);
-- Indexes have the names that PostgreSQL gives them, so that a rebuilt table has the same.
CREATE INDEX ON fact (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX ON fact (previous_at) WHERE previous_at IS NOT NULL;
CREATE INDEX ON fact (kind, work_due, id) WHERE work_due IS NOT NULL;
CREATE INDEX ON fact (unit_id, kind, work_due, id) WHERE work_due IS NOT NULL AND work_unit IS NULL;
CREATE INDEX ON fact (work_unit, kind, work_due, id) WHERE work_due IS NOT NULL AND work_unit IS NOT NULL;
CREATE INDEX ON fact (work_post, work_due, id) WHERE work_due IS NOT NULL AND work_post IS NOT NULL;
CREATE INDEX ON fact ((public->>'number'));
CREATE INDEX ON fact ((public->>'registerNumber')) WHERE public->>'registerNumber' IS NOT NULL;
CREATE INDEX ON fact USING gin ((public->'referenceNumbers') jsonb_path_ops)
    WHERE public->'referenceNumbers' <> '[]';

-- How much of what is stored at each origin counts in each figure of its custodian: a merger moves these and reads no
-- fact. They change with unit_figures, in the same commit.
CREATE TABLE origin_sum (
    unit_id text   NOT NULL,
    kind    text   NOT NULL,
    figure  text   NOT NULL,
    files   bigint NOT NULL,
    PRIMARY KEY (unit_id, kind, figure)
) WITH (fillfactor = 50);

-- Which unit's figures count the files that are stored at an origin. The figures and this table change together.
CREATE TABLE custody (
    unit_id   text NOT NULL,
    kind      text NOT NULL,
    custodian text NOT NULL,
    PRIMARY KEY (unit_id, kind)
);

-- Which happenings have been told as an activity: each once, however late or often it arrives. What happened too long
-- ago to be told at all needs no row.
CREATE TABLE told (
    file_id text        NOT NULL,
    version bigint      NOT NULL,
    told_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (file_id, version)
);
CREATE INDEX told_by_age ON told (told_at);
