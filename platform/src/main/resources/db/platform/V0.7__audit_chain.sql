-- The audit is sealed behind its writers' backs (haicap.platform.audit.SealAudit): in the order
-- (incarnation, transaction id, row id), as far as no running transaction can still add to it.
-- Rows that were restored into another cluster have higher transaction ids than those of today.

DROP TRIGGER audit_append_only ON audit;
ALTER TABLE audit
    ADD COLUMN incarnation int NOT NULL,
    ADD COLUMN xid xid8 NOT NULL DEFAULT pg_current_xact_id();
CREATE UNIQUE INDEX audit_in_order ON audit (incarnation, xid, id);
CREATE INDEX audit_by_caller ON audit (caller, id);

-- A seal proves the rows behind the seal before it, up to its own last one. It keeps the digest of
-- each, so that a break can be named, and so that the chain outlives the rows.
CREATE TABLE audit_seal (
    number         bigint      PRIMARY KEY,
    to_incarnation int         NOT NULL,
    to_xid         xid8        NOT NULL,
    to_id          bigint      NOT NULL,
    rows           int         NOT NULL,
    ids            bigint[]    NOT NULL,
    digests        bytea       NOT NULL,
    last_at        timestamptz NOT NULL,
    hash           bytea       NOT NULL,
    disposed_at    timestamptz
);
CREATE UNIQUE INDEX audit_seal_in_order ON audit_seal (to_incarnation, to_xid, to_id);
CREATE INDEX audit_seal_with_rows ON audit_seal (number) WHERE disposed_at IS NULL;

-- Rows leave only with their seal, a seal only says that they left, and neither within a year.
CREATE FUNCTION keep_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' AND TG_TABLE_NAME = 'audit' AND EXISTS (
            SELECT
            FROM (SELECT s.disposed_at, s.ids
                  FROM audit_seal s
                  WHERE (s.to_incarnation, s.to_xid, s.to_id) >= (OLD.incarnation, OLD.xid, OLD.id)
                  ORDER BY s.to_incarnation, s.to_xid, s.to_id
                  LIMIT 1) AS covering
            WHERE covering.disposed_at IS NOT NULL AND OLD.id = ANY (covering.ids)) THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;

CREATE FUNCTION keep_seal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.disposed_at IS NULL AND NEW.disposed_at IS NOT NULL
            AND OLD.last_at < clock_timestamp() - interval '365 days'
            AND (OLD.number, OLD.to_incarnation, OLD.to_xid, OLD.to_id, OLD.rows, OLD.ids,
                 OLD.digests, OLD.last_at, OLD.hash)
              = (NEW.number, NEW.to_incarnation, NEW.to_xid, NEW.to_id, NEW.rows, NEW.ids,
                 NEW.digests, NEW.last_at, NEW.hash) THEN
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
