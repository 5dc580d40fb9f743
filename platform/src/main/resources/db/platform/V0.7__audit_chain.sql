-- The audit is sealed behind its writers' backs (haicap.platform.audit.SealAudit): in the order
-- (transaction id, row id), as far as no running transaction can still add to it.

DROP TRIGGER audit_append_only ON audit;
ALTER TABLE audit ADD COLUMN xid xid8 NOT NULL DEFAULT pg_current_xact_id();
CREATE UNIQUE INDEX audit_in_order ON audit (xid, id);
CREATE INDEX audit_by_caller ON audit (caller, id);

-- A seal proves the rows behind the seal before it, up to its own last one. It keeps the digest of
-- each, so that a break can be named, and so that the chain outlives the rows.
CREATE TABLE audit_seal (
    number      bigint      PRIMARY KEY,
    to_xid      xid8        NOT NULL,
    to_id       bigint      NOT NULL,
    rows        int         NOT NULL,
    ids         bigint[]    NOT NULL,
    digests     bytea       NOT NULL,
    last_at     timestamptz NOT NULL,
    hash        bytea       NOT NULL,
    disposed_at timestamptz
);

-- Rows leave only with their seal, a seal only says that they left, and neither within a year.
CREATE FUNCTION keep_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' AND TG_TABLE_NAME = 'audit' AND EXISTS (
            SELECT FROM audit_seal s
            WHERE s.disposed_at IS NOT NULL AND OLD.id = ANY (s.ids)
              AND (OLD.xid, OLD.id) <= (s.to_xid, s.to_id)) THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;

CREATE FUNCTION keep_seal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.disposed_at IS NULL AND NEW.disposed_at IS NOT NULL
            AND OLD.last_at < clock_timestamp() - interval '365 days'
            AND (OLD.number, OLD.to_xid, OLD.to_id, OLD.rows, OLD.ids, OLD.digests, OLD.last_at,
                 OLD.hash)
              = (NEW.number, NEW.to_xid, NEW.to_id, NEW.rows, NEW.ids, NEW.digests, NEW.last_at,
                 NEW.hash) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;

CREATE TRIGGER audit_append_only BEFORE UPDATE OR TRUNCATE ON audit
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_kept BEFORE DELETE ON audit FOR EACH ROW EXECUTE FUNCTION keep_audit();
CREATE TRIGGER audit_seal_append_only BEFORE DELETE OR TRUNCATE ON audit_seal
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_seal_kept BEFORE UPDATE ON audit_seal
    FOR EACH ROW EXECUTE FUNCTION keep_seal();
