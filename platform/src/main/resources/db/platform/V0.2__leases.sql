-- One holder at a time for a named duty; the number rises at each takeover (haicap.platform.leases).

CREATE TABLE lease (
    name    text        PRIMARY KEY,
    holder  text        NOT NULL,
    process uuid        NOT NULL,
    number  bigint      NOT NULL,
    until   timestamptz NOT NULL
);
