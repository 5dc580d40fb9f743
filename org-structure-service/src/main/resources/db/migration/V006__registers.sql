-- Registers of the organisation: functions and who performs them, rules of authority, investigators and where they are
-- assigned. register: the name of what its entries are; state: the entry, as every service has it in its copy.
CREATE TABLE register_entry (
    register text   NOT NULL,
    id       text   NOT NULL,
    state    jsonb  NOT NULL,
    version  bigint NOT NULL,
    PRIMARY KEY (register, id)
);

CREATE VIEW org_entry AS
    SELECT register, id, state, version
    FROM register_entry;
