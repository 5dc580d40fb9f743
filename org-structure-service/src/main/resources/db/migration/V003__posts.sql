-- Posts, what each reports to, officers by service number, and who holds what from when to when.

CREATE TABLE post (
    id         text   PRIMARY KEY,
    unit_id    text   NOT NULL REFERENCES unit,
    title      text   NOT NULL,
    field      text,
    reports_to text   REFERENCES post,
    valid_from date   NOT NULL,
    valid_to   date   CHECK (valid_to >= valid_from),
    version    bigint NOT NULL
);
CREATE INDEX post_by_unit ON post (unit_id);

-- To which post it reported from when to when; post.reports_to is the last one.
CREATE TABLE post_line (
    post_id    text NOT NULL REFERENCES post,
    reports_to text REFERENCES post,
    valid_from date NOT NULL,
    valid_to   date CHECK (valid_to > valid_from),
    PRIMARY KEY (post_id, valid_from)
);

CREATE TABLE officer (
    id             text PRIMARY KEY,
    service_number text NOT NULL UNIQUE
);

-- Who holds which post, beside the records of kind appointment, whose projection it is: what others join, and what the
-- other services are told.
CREATE TABLE appointment (
    id         text        PRIMARY KEY,
    post_id    text        NOT NULL REFERENCES post,
    officer_id text        NOT NULL REFERENCES officer,
    starts_at  timestamptz NOT NULL,
    ends_at    timestamptz CHECK (ends_at >= starts_at),
    acting     boolean     NOT NULL CHECK (NOT acting OR ends_at IS NOT NULL),
    version    bigint      NOT NULL
);
CREATE INDEX appointment_by_post ON appointment (post_id, starts_at);
CREATE INDEX appointment_by_officer ON appointment (officer_id);

CREATE INDEX record_appointment_of_post ON record ((body->>'postId'), opened_at DESC, id DESC)
    WHERE kind = 'appointment';
