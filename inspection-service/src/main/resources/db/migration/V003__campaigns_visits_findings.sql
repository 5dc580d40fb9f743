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

-- A visit as it stands now. unit_id is the unit visited and never changes by a merger.
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
    UNIQUE (campaign_id, unit_id)
);
CREATE INDEX visit_by_day ON visit (scheduled_on, id);
CREATE INDEX visit_of_unit ON visit (unit_id, scheduled_on, id);

-- A finding as it stands now. unit_id is the unit of its owner and never changes by a merger.
CREATE TABLE finding (
    id                  text        PRIMARY KEY,
    version             bigint      NOT NULL,
    visit_id            text        NOT NULL REFERENCES visit,
    campaign_id         text        NOT NULL,
    leader_post_id      text        NOT NULL,
    unit_id             text        NOT NULL,
    topic               text        NOT NULL,
    severity            text        NOT NULL,
    description         text        NOT NULL,
    owner_post_id       text        NOT NULL,
    due_on              date        NOT NULL,
    state               text        NOT NULL,
    recorded_at         timestamptz NOT NULL,
    remedy              text,
    remedied_at         timestamptz,
    remedied_by_post    text,
    remedied_by_officer text
);
CREATE INDEX finding_by_recording ON finding (recorded_at DESC, id DESC);
CREATE INDEX finding_of_unit ON finding (unit_id, recorded_at DESC, id DESC);
CREATE INDEX finding_of_visit ON finding (visit_id);

-- The right of reply: what the unit says to a finding stands beside it and changes nothing in it.
CREATE TABLE finding_reply (
    id              text        PRIMARY KEY,
    finding_id      text        NOT NULL REFERENCES finding,
    replied_at      timestamptz NOT NULL,
    by_post         text        NOT NULL,
    by_officer      text        NOT NULL,
    decision_number text        NOT NULL,
    decided_at      timestamptz NOT NULL,
    text            text        NOT NULL
);
CREATE INDEX finding_reply_of_finding ON finding_reply (finding_id, replied_at);

CREATE TRIGGER finding_reply_is_append_only
    BEFORE UPDATE OR DELETE ON finding_reply
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
