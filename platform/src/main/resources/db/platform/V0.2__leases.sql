-- One holder at a time for a named duty; the number rises at each takeover (haicap.platform.leases).

CREATE TABLE lease (
    name    text        PRIMARY KEY,
    holder  text        NOT NULL,
    process uuid        NOT NULL,
    number  bigint      NOT NULL,
    until   timestamptz NOT NULL
);

-- Which process has which name among those of this service (haicap.platform.instance).
CREATE TABLE instance (
    name    text        PRIMARY KEY,
    process uuid        NOT NULL,
    until   timestamptz NOT NULL
);
