-- An obstacle as it stands now. unit_id is the unit that raised it and never changes by a merger:
-- custody is derived. asked_of: the department that is asked to remove it.
CREATE TABLE obstacle (
    id                text        PRIMARY KEY,
    version           bigint      NOT NULL,
    unit_id           text        NOT NULL,
    state             text        NOT NULL,
    open              boolean     NOT NULL,
    field             text        NOT NULL,
    severity          text        NOT NULL,
    description       text        NOT NULL,
    legal_basis_issue text,
    asked_of          text,
    raised_at         timestamptz NOT NULL,
    raised_by_post    text        NOT NULL
);
CREATE INDEX obstacle_by_raising ON obstacle (raised_at DESC, id DESC);
CREATE INDEX obstacle_of_unit ON obstacle (unit_id, raised_at DESC, id DESC);
CREATE INDEX obstacle_asked_of ON obstacle (asked_of, raised_at DESC, id DESC);
