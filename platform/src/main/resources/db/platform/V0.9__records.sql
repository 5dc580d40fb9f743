-- The common form of all work (haicap.platform.records), the same in each service. number is what people read and say:
-- given at the opening, never changed. unit_id is the unit under which a record is stored and never changes by a merger:
-- custody is derived. reference_numbers are those that others gave it (record_reference). body, texts and public are written and read through the Java record of the kind; public holds no
-- unit and no free text.
CREATE TABLE record (
    id                text        PRIMARY KEY,
    number            text        NOT NULL UNIQUE CHECK (number <> ''),
    kind              text        NOT NULL,
    version           bigint      NOT NULL,
    schema_version    int         NOT NULL,
    unit_id           text        NOT NULL,
    parent_id         text,
    state             text        NOT NULL,
    open              boolean     NOT NULL,
    opened_at         timestamptz NOT NULL,
    ended_at          timestamptz,
    decided_post      text,
    due_at            timestamptz,
    reference_numbers text[]      NOT NULL DEFAULT '{}',
    body              jsonb       NOT NULL,
    texts             jsonb       NOT NULL,
    erased_at         timestamptz,
    public            jsonb       NOT NULL,
    public_digest     bigint      GENERATED ALWAYS AS (jsonb_hash_extended(public, 0)) STORED
);
CREATE INDEX record_of_kind ON record (kind, opened_at DESC, id DESC);
CREATE INDEX record_of_unit ON record (kind, unit_id, opened_at DESC, id DESC);
CREATE INDEX record_due ON record (kind, unit_id, due_at, id) WHERE due_at IS NOT NULL;
CREATE INDEX record_of_parent ON record (parent_id, id) WHERE parent_id IS NOT NULL;
CREATE INDEX record_of_post ON record (decided_post, kind, id) WHERE open AND decided_post IS NOT NULL;
CREATE INDEX record_referred_to ON record USING gin (reference_numbers) WHERE reference_numbers <> '{}';
CREATE INDEX record_ended ON record (kind, ended_at, id) WHERE NOT open AND erased_at IS NULL;

-- The last number that was given for each code of a unit, kind and year.
CREATE TABLE record_number (
    code text   NOT NULL,
    kind text   NOT NULL,
    year int    NOT NULL,
    last bigint NOT NULL,
    PRIMARY KEY (code, kind, year)
) WITH (fillfactor = 50);

-- Each time limit of each record; one that is started again is another. One can end without being met. Only met_at,
-- ended_at and ended_by are ever updated; a correction takes one away for another that started at the right moment.
CREATE TABLE record_clock (
    record_id    text        NOT NULL,
    rule         text        NOT NULL,
    rule_version int         NOT NULL,
    started_at   timestamptz NOT NULL,
    due_at       timestamptz NOT NULL,
    last_day     date,
    earliest_at  timestamptz NOT NULL,
    obliges      text        NOT NULL,
    met_at       timestamptz,
    ended_at     timestamptz,
    ended_by     text,
    steps        jsonb       NOT NULL,
    PRIMARY KEY (record_id, rule, started_at)
);
CREATE INDEX record_clock_running ON record_clock (due_at) WHERE met_at IS NULL AND ended_at IS NULL;

-- What a clock has raised: each alert once, whoever looks, however the time is set.
CREATE TABLE record_alert (
    record_id  text        NOT NULL,
    rule       text        NOT NULL,
    started_at timestamptz NOT NULL,
    alert      text        NOT NULL,
    fired_at   timestamptz NOT NULL,
    PRIMARY KEY (record_id, rule, started_at, alert)
);

-- What was done to each record: append-only, one entry per version. changes: what became of which value that others
-- may know, {name: {from, to}}. authority: what was asked of the rules of authority, and which of them allowed it; null
-- where no rule is asked. texts holds ground and note.
CREATE TABLE record_history (
    record_id       text        NOT NULL,
    version         bigint      NOT NULL,
    action          text        NOT NULL,
    recorded_at     timestamptz NOT NULL,
    by_post         text        NOT NULL,
    by_officer      text        NOT NULL,
    decision_number text,
    decided_at      timestamptz,
    changes         jsonb       NOT NULL,
    authority       jsonb,
    texts           jsonb       NOT NULL,
    PRIMARY KEY (record_id, version)
);
CREATE INDEX record_history_by_authority ON record_history (recorded_at) WHERE authority IS NOT NULL;
CREATE INDEX record_history_by_number ON record_history (decision_number) WHERE decision_number IS NOT NULL;

-- Posts that were decided on before the present one, which the record itself names.
CREATE TABLE record_role (
    record_id text        NOT NULL,
    version   bigint      NOT NULL,
    role      text        NOT NULL,
    post_id   text        NOT NULL,
    until_at  timestamptz NOT NULL,
    PRIMARY KEY (record_id, version, role)
);

-- Units under which a record was stored before the present one.
CREATE TABLE record_custody (
    record_id text        NOT NULL,
    version   bigint      NOT NULL,
    unit_id   text        NOT NULL,
    until_at  timestamptz NOT NULL,
    PRIMARY KEY (record_id, version)
);

-- Corrections of what was mistyped in an entry of the history. version: of that entry; number, at: what is right, null
-- where that is not corrected. texts holds the reason, and ground and note of the decision on it.
CREATE TABLE record_correction (
    id                 text        PRIMARY KEY,
    record_id          text        NOT NULL,
    version            bigint      NOT NULL,
    action             text        NOT NULL,
    state              text        NOT NULL,
    number_before      text,
    number             text,
    at_before          timestamptz NOT NULL,
    at                 timestamptz,
    proposed_at        timestamptz NOT NULL,
    by_post            text        NOT NULL,
    by_officer         text        NOT NULL,
    decided_at         timestamptz,
    decided_by_post    text,
    decided_by_officer text,
    decision_number    text,
    decision_at        timestamptz,
    texts              jsonb       NOT NULL
);
CREATE INDEX record_correction_of_record ON record_correction (record_id);
CREATE INDEX record_correction_by_number ON record_correction (number) WHERE number IS NOT NULL;

-- Papers of a record, by reference: no scan is kept here. None is ever deleted; one that was added by mistake is
-- withdrawn, and another may bear its number then. texts holds the title and the reason of the withdrawal.
CREATE TABLE record_document (
    id                   text        PRIMARY KEY,
    record_id            text        NOT NULL,
    number               text        NOT NULL,
    dated                date        NOT NULL,
    sha256               bytea       CHECK (length(sha256) = 32),
    lies_at              text        NOT NULL,
    added_at             timestamptz NOT NULL,
    by_post              text        NOT NULL,
    by_officer           text        NOT NULL,
    withdrawn_at         timestamptz,
    withdrawn_by_post    text,
    withdrawn_by_officer text,
    texts                jsonb       NOT NULL
);
CREATE INDEX record_document_of_record ON record_document (record_id, id);
CREATE UNIQUE INDEX record_document_by_number ON record_document (record_id, number) WHERE withdrawn_at IS NULL;

-- What a record has to do with another one, of whatever service: kept where it was made. Between two records of this
-- service each type is there once, whichever way.
CREATE TABLE record_link (
    id              text        PRIMARY KEY,
    record_id       text        NOT NULL,
    type            text        NOT NULL,
    target_id       text        NOT NULL CHECK (target_id <> record_id),
    decision_number text        NOT NULL,
    decided_at      timestamptz NOT NULL,
    made_at         timestamptz NOT NULL,
    by_post         text        NOT NULL,
    by_officer      text        NOT NULL,
    UNIQUE (record_id, target_id, type)
);
CREATE INDEX record_link_of_record ON record_link (record_id, id);
CREATE INDEX record_link_to_record ON record_link (target_id, id);

-- Numbers that others gave a record.
CREATE TABLE record_reference (
    id         text        PRIMARY KEY,
    record_id  text        NOT NULL,
    system     text        NOT NULL,
    number     text        NOT NULL,
    dated      date        NOT NULL,
    added_at   timestamptz NOT NULL,
    by_post    text        NOT NULL,
    by_officer text        NOT NULL,
    UNIQUE (record_id, system, number)
);
CREATE INDEX record_reference_of_record ON record_reference (record_id, id);

-- Of the history only the texts go, and only with those of the record.
CREATE FUNCTION keep_record_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.texts = '{}'
            AND to_jsonb(NEW) - 'texts' = to_jsonb(OLD) - 'texts'
            AND EXISTS (SELECT FROM record WHERE id = OLD.record_id AND erased_at IS NOT NULL) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;
CREATE TRIGGER record_history_is_append_only BEFORE UPDATE OR DELETE ON record_history
    FOR EACH ROW EXECUTE FUNCTION keep_record_history();
CREATE TRIGGER record_history_is_kept BEFORE TRUNCATE ON record_history
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
