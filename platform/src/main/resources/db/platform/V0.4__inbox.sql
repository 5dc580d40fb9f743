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

-- Each message byte by byte, and what can be read of it as text, escaped where it is none.
CREATE TABLE parked (
    id              bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    feed            text        NOT NULL,
    topic           text        NOT NULL,
    topic_id        text        NOT NULL,
    partition       int         NOT NULL,
    "offset"        bigint      NOT NULL,
    raw_key         bytea,
    header_names    bytea[]     NOT NULL,
    header_values   bytea[]     NOT NULL,
    body            bytea,
    key             text,
    type            text,
    unit            text,
    incarnation     int,
    reason          text        NOT NULL,
    parked_at       timestamptz NOT NULL DEFAULT clock_timestamp(),
    attempts        int         NOT NULL DEFAULT 0,
    next_attempt_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    UNIQUE (feed, topic, topic_id, partition, "offset")
);

-- The newest re-announcement that a feed has heard in each partition (haicap.platform.inbox.Frame).
CREATE TABLE heard_reannouncement (
    feed         text    NOT NULL,
    topic        text    NOT NULL,
    partition    int     NOT NULL,
    version      bigint  NOT NULL,   -- the source's incarnation, and which one it is
    partitions   int     NOT NULL,
    began_offset bigint  NOT NULL,
    ended        boolean NOT NULL,
    PRIMARY KEY (feed, topic, partition)
);

-- The incarnation before which nothing of a topic counts any more for a feed.
CREATE TABLE retirement (
    feed        text    NOT NULL,
    topic       text    NOT NULL,
    incarnation int     NOT NULL,
    done        boolean NOT NULL,    -- what it held of before has been given up
    PRIMARY KEY (feed, topic)
);

-- What feeds have missed, because a log no longer held it, until it is told anew.
CREATE TABLE inbox_gap (
    feed      text        NOT NULL,
    topic     text        NOT NULL,
    partition int         NOT NULL,
    since     timestamptz NOT NULL DEFAULT clock_timestamp(),
    reason    text        NOT NULL CHECK (reason IN ('HEAD_REMOVED', 'TAIL_LOST')),
    known     bigint      NOT NULL,  -- re-announcements up to this one are too old to close it
    begun     bigint,                -- the one that was heard to begin since
    begun_at  timestamptz,
    asked_at  timestamptz,
    PRIMARY KEY (feed, topic, partition)
);
