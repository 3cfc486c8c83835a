-- What a confirmation does to a memory that has another target for its source.
ALTER TABLE memory ADD COLUMN updating VARCHAR(20) DEFAULT 'KEEP_BOTH' NOT NULL;

-- What the header of the first file said of all its units, with the notes and properties of later ones.
ALTER TABLE memory ADD COLUMN header VARCHAR(1000000);
