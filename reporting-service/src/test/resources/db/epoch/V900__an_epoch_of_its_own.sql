-- Services on other databases tell the same topic: each has its own epoch, so none takes the other's.
UPDATE incarnation SET number = 10 + (random() * 100000)::int;
