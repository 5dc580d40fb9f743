-- The relay sends the feed from its table: what a record needs beside its data to become an event.
-- The relay's position is (epoch, seq) from now on; what the outbox still held is sent from here.
ALTER TABLE feed
    ADD COLUMN at          timestamptz,
    ADD COLUMN traceparent text,
    ADD COLUMN written_at  timestamptz NOT NULL DEFAULT clock_timestamp();
UPDATE feed f
SET at = p.clock_at,
    traceparent = concat('00-', md5(f.epoch || '-' || f.seq), '-', left(md5(f.seq::text), 16), '-01')
FROM picture p;
ALTER TABLE feed
    ALTER COLUMN at SET NOT NULL,
    ALTER COLUMN traceparent SET NOT NULL;

UPDATE relay_position
SET xid = i.number::text::xid8,
    id = coalesce(
        (SELECT min(split_part(o.version, '-', 2)::bigint) - 1
         FROM outbox o, relay_position p
         WHERE (o.xid, o.id) > (p.xid, p.id)),
        (SELECT seq FROM picture))
FROM incarnation i;
DELETE FROM outbox;
