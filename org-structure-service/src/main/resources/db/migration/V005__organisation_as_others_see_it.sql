-- The other services keep a copy of the organisation in tables of these names and columns
-- (haicap.platform.orgcopy). Here they are views, so the same rules of access read the source.

CREATE TABLE heartbeat (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    beats    bigint  NOT NULL
);
INSERT INTO heartbeat (beats) VALUES (0);

-- Rises with every change that is told.
CREATE TABLE organisation_generation (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    number   bigint  NOT NULL
);
INSERT INTO organisation_generation (number) VALUES (0);

CREATE VIEW org_unit AS
    SELECT id, code, name, type, tier, parent_id, valid_from, valid_to, version
    FROM unit;

CREATE VIEW org_succession AS
    SELECT id, from_unit_id, to_unit_id, object_class, is_default, effective_on, version
    FROM succession;

CREATE VIEW org_post AS
    SELECT id, unit_id, title, field, reports_to, valid_from, valid_to, version
    FROM post;

CREATE VIEW org_appointment AS
    SELECT a.id, a.post_id, a.officer_id, o.service_number,
           a.starts_at AS valid_from, a.ends_at AS valid_to, a.acting, a.version
    FROM appointment a
    JOIN officer o ON o.id = a.officer_id;

-- The source is never behind itself.
CREATE VIEW org_copy AS
    SELECT number AS generation, clock_timestamp() AS heartbeat_at
    FROM organisation_generation;
