-- Obstacles are records; these find them by the departments and functions that their body names.
CREATE INDEX obstacle_asked_of ON record ((body->>'askedOf'), opened_at DESC, id DESC)
    WHERE kind = 'obstacle';
CREATE INDEX obstacle_of_department ON record ((body->>'directedTo'), opened_at DESC, id DESC)
    WHERE kind = 'obstacle';
