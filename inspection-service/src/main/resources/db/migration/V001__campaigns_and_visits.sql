-- A campaign of inspection: seven teams visit every unit in force, each unit once.
CREATE TABLE campaign (
    id                text        PRIMARY KEY,
    version           bigint      NOT NULL,
    title             text        NOT NULL,
    decision_number   text        NOT NULL,
    starts_on         date        NOT NULL,
    ends_on           date        NOT NULL,
    topics            text[]      NOT NULL,
    state             text        NOT NULL,
    announced_at      timestamptz NOT NULL,
    announced_by_post text        NOT NULL
);
CREATE INDEX campaign_by_start ON campaign (starts_on DESC, id DESC);

-- A visit as it stands now. unit_id is the unit visited and never changes by a merger; public is what others know of it,
-- as the events tell it and recounts hash it: without its unit.
CREATE TABLE visit (
    id                text        PRIMARY KEY,
    version           bigint      NOT NULL,
    campaign_id       text        NOT NULL REFERENCES campaign,
    campaign_from     date        NOT NULL,
    campaign_to       date        NOT NULL,
    unit_id           text        NOT NULL,
    team              int         NOT NULL,
    leader_post_id    text        NOT NULL,
    scheduled_on      date        NOT NULL,
    state             text        NOT NULL,
    concluded_at      timestamptz,
    conclusion_number text,
    public            jsonb       NOT NULL,
    public_digest     bigint      GENERATED ALWAYS AS (jsonb_hash_extended(public, 0)) STORED,
    UNIQUE (campaign_id, unit_id)
);
CREATE INDEX visit_by_day ON visit (scheduled_on, id);
CREATE INDEX visit_of_unit ON visit (unit_id, scheduled_on, id);

-- What was done to each campaign and visit: append-only, one entry per version. They have no texts that end.
CREATE TABLE history (
    file_id         text        NOT NULL,
    version         bigint      NOT NULL,
    action          text        NOT NULL,
    recorded_at     timestamptz NOT NULL,
    by_post         text        NOT NULL,
    by_officer      text        NOT NULL,
    decision_number text,
    decided_at      timestamptz,
    ground          text,
    note            text,
    PRIMARY KEY (file_id, version)
);
CREATE TRIGGER history_is_append_only BEFORE UPDATE OR DELETE ON history
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER history_is_kept BEFORE TRUNCATE ON history
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
