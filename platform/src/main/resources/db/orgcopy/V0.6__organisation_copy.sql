-- The local copy of the organisation (haicap.platform.orgcopy). A unit's valid_to is the first day on
-- which it is no more. Versions gate what the topic brings.

CREATE TABLE org_unit (
    id         text   PRIMARY KEY,
    code       text   NOT NULL,
    name       text   NOT NULL,
    type       text   NOT NULL,
    tier       text   NOT NULL,
    parent_id  text,
    valid_from date   NOT NULL,
    valid_to   date,
    version    bigint NOT NULL
);

CREATE TABLE org_succession (
    id           text    PRIMARY KEY,
    from_unit_id text    NOT NULL,
    to_unit_id   text    NOT NULL,
    object_class text    NOT NULL,
    is_default   boolean NOT NULL,
    effective_on date    NOT NULL,
    version      bigint  NOT NULL
);

CREATE TABLE org_post (
    id         text   PRIMARY KEY,
    unit_id    text   NOT NULL,
    title      text   NOT NULL,
    field      text,
    reports_to text,
    valid_from date   NOT NULL,
    valid_to   date,
    version    bigint NOT NULL
);

CREATE TABLE org_appointment (
    id             text        PRIMARY KEY,
    post_id        text        NOT NULL,
    officer_id     text        NOT NULL,
    service_number text        NOT NULL,
    valid_from     timestamptz NOT NULL,
    valid_to       timestamptz,
    acting         boolean     NOT NULL,
    version        bigint      NOT NULL
);

-- Entries of the organisation's registers, each as it was told: functions and who performs them, rules of authority,
-- investigators and where they are assigned.
CREATE TABLE org_entry (
    register text   NOT NULL,
    id       text   NOT NULL,
    state    jsonb  NOT NULL,
    version  bigint NOT NULL,
    PRIMARY KEY (register, id)
);

CREATE TABLE org_copy (
    only_row     boolean     PRIMARY KEY DEFAULT true CHECK (only_row),
    generation   bigint      NOT NULL,
    heartbeat_at timestamptz NOT NULL
);
INSERT INTO org_copy (generation, heartbeat_at) VALUES (0, 'epoch');
