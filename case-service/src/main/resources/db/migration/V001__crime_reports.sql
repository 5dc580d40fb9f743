-- A crime report as it stands now. unit_id is the custodian as stored: it changes only by a hand-over, while a merger
-- leaves it as it is. received_by never changes. hand_overs holds {at, unitId, toUnitId} in order. due_at and due_rule: the
-- earliest running clock that obliges the holder; a decided report stays at hand while duties are owed for it. ended_at:
-- decided, and nothing owed any more; by this its texts find their end. public is what others know of it, as the events
-- tell it and recounts hash it: without its unit.
CREATE TABLE crime_report (
    id               text        PRIMARY KEY,
    version          bigint      NOT NULL,
    unit_id          text        NOT NULL,
    received_by      text        NOT NULL,
    hand_overs       jsonb       NOT NULL DEFAULT '[]',
    state            text        NOT NULL,
    open             boolean     NOT NULL,
    category         text        NOT NULL,
    severity         text,
    channel          text        NOT NULL,
    urgent           boolean     NOT NULL,
    occurred_on      date        NOT NULL,
    received_at      timestamptz NOT NULL,
    summary          text        NOT NULL,
    assigned_post_id text,
    outcome          text,
    decided_at       timestamptz,
    decided_by       text,
    due_rule         text,
    due_at           timestamptz,
    ended_at         timestamptz,
    text_erased_at   timestamptz,
    public           jsonb       NOT NULL,
    public_digest    bigint      GENERATED ALWAYS AS (jsonb_hash_extended(public, 0)) STORED
);
CREATE INDEX crime_report_by_receipt ON crime_report (received_at DESC, id DESC);
CREATE INDEX crime_report_of_unit ON crime_report (unit_id, received_at DESC, id DESC);
CREATE INDEX crime_report_by_due ON crime_report (due_at, id) WHERE open AND due_at IS NOT NULL;

-- What is still to be done, most pressing first: of a unit, and of a post.
CREATE INDEX crime_report_at_hand
    ON crime_report (unit_id, (coalesce(due_at, 'infinity'::timestamptz)), id)
    WHERE open OR due_at IS NOT NULL;
CREATE INDEX crime_report_of_post
    ON crime_report (assigned_post_id, (coalesce(due_at, 'infinity'::timestamptz)), id)
    WHERE open OR due_at IS NOT NULL;

-- What units decided and handed over in a month is found without reading every report.
CREATE INDEX crime_report_by_decision ON crime_report (decided_at) WHERE decided_at IS NOT NULL;
CREATE INDEX crime_report_handed_over ON crime_report (id) WHERE hand_overs <> '[]';
CREATE INDEX crime_report_ended ON crime_report (ended_at, id) WHERE text_erased_at IS NULL AND ended_at IS NOT NULL;
