-- Legal acts, and who follows whom by them. Edges are never removed.

CREATE TABLE act (
    id              text PRIMARY KEY,
    title           text NOT NULL,
    decision_number text,
    effective_on    date NOT NULL,
    basis           text NOT NULL,
    certainty       text NOT NULL,
    recorded_at     timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE succession (
    id                text    PRIMARY KEY,
    from_unit_id      text    NOT NULL REFERENCES unit,
    to_unit_id        text    NOT NULL REFERENCES unit,
    object_class      text    NOT NULL,
    share             text    NOT NULL CHECK (share IN ('WHOLE', 'PART')),
    weight            numeric,
    area_share        text,
    population_share  text,
    population_weight numeric,
    part_area_km2     numeric,
    part_population   numeric,
    is_default        boolean NOT NULL,
    default_basis     text,
    default_certainty text,
    effective_on      date    NOT NULL,
    act_id            text    NOT NULL REFERENCES act,
    basis             text    NOT NULL,
    certainty         text    NOT NULL,
    version           bigint  NOT NULL,
    UNIQUE (from_unit_id, to_unit_id, object_class)
);
CREATE INDEX succession_by_heir ON succession (to_unit_id);
CREATE UNIQUE INDEX succession_one_default ON succession (from_unit_id, object_class)
    WHERE is_default;
