-- Units from their first day to the day on which they are no more. The code means something only
-- together with a date.

CREATE TABLE unit (
    id         text   PRIMARY KEY,
    code       text   NOT NULL,
    name       text   NOT NULL,
    full_name  text   NOT NULL,
    type       text   NOT NULL,
    tier       text   NOT NULL CHECK (tier IN ('CITY', 'DEPARTMENT', 'DISTRICT', 'COMMUNE')),
    parent_id  text   REFERENCES unit,
    valid_from date   NOT NULL,
    valid_to   date   CHECK (valid_to > valid_from),
    basis      text   NOT NULL,
    certainty  text   NOT NULL,
    folded     text   NOT NULL,
    version    bigint NOT NULL
);
CREATE INDEX unit_by_code ON unit (code, id);

-- Under which parent from when to when; unit.parent_id is the last one.
CREATE TABLE unit_placement (
    unit_id    text NOT NULL REFERENCES unit,
    parent_id  text REFERENCES unit,
    valid_from date NOT NULL,
    valid_to   date CHECK (valid_to > valid_from),
    PRIMARY KEY (unit_id, valid_from)
);
