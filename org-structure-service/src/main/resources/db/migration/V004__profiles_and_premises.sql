-- What is known of a unit's area and people, and what it has to work in.

CREATE TABLE unit_profile (
    unit_id                text          PRIMARY KEY REFERENCES unit,
    area_km2               numeric(12,4),
    population             int,
    latitude               numeric(9,6),
    longitude              numeric(9,6),
    former_district_id     text          REFERENCES unit,
    former_district_share  numeric(5,4),
    peoples_committee_seat text,
    certainty              text          NOT NULL
);

CREATE TABLE premises (
    id         text PRIMARY KEY,
    unit_id    text NOT NULL REFERENCES unit,
    purpose    text NOT NULL,
    name       text NOT NULL,
    valid_from date NOT NULL,
    basis      text NOT NULL,
    certainty  text NOT NULL
);
CREATE INDEX premises_by_unit ON premises (unit_id);
