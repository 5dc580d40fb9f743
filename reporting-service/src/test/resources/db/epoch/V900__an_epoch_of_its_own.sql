-- Services on other databases tell the same topic: each has an epoch of its own, so none takes the other's, and a higher
-- one than those before it, so that none takes the topic to be ahead of its database.
UPDATE incarnation SET number = ${epoch};
