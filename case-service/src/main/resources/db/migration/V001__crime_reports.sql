-- A crime report as it stands now. due_at and due_rule: the earliest running clock that obliges the
-- holder. unit_id is the unit that received it and never changes by a merger: custody is derived.
CREATE TABLE crime_report (
    id               text        PRIMARY KEY,
    version          bigint      NOT NULL,
    unit_id          text        NOT NULL,
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
    due_rule         text,
    due_at           timestamptz
);
CREATE INDEX crime_report_by_receipt ON crime_report (received_at DESC, id DESC);
CREATE INDEX crime_report_of_unit ON crime_report (unit_id, received_at DESC, id DESC);
CREATE INDEX crime_report_by_due ON crime_report (due_at, id) WHERE open AND due_at IS NOT NULL;
