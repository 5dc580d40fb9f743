-- How far each topic has been applied, and what could not be (haicap.platform.inbox.Inbox).

CREATE TABLE inbox_position (
    feed         text   NOT NULL,
    topic        text   NOT NULL,
    topic_id     text   NOT NULL,
    partition    int    NOT NULL,
    next_offset  bigint NOT NULL,
    leader_epoch int,   -- of what was applied last: the broker says by it whether its log is the same
    PRIMARY KEY (feed, topic, partition)
);

CREATE TABLE parked (
    id        bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    feed      text        NOT NULL,
    topic     text        NOT NULL,
    topic_id  text        NOT NULL,
    partition int         NOT NULL,
    "offset"  bigint      NOT NULL,
    key       text,
    headers   jsonb       NOT NULL,
    body      bytea,
    reason    text        NOT NULL,
    parked_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    UNIQUE (feed, topic, topic_id, partition, "offset")
);
