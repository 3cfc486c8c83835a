-- Which units had a text, by its hash. It stands apart from the variants, so that an import can put
-- in many at once, in the order of hashes: one by one, each lands in a page of its own, and a
-- million units wrote the index a hundred times over.
CREATE TABLE variant_text (
  hash BIGINT NOT NULL,
  unit_id BIGINT NOT NULL
);
INSERT INTO variant_text (hash, unit_id)
  SELECT DISTINCT text_hash, unit_id FROM variant ORDER BY text_hash, unit_id;
CREATE INDEX variant_text_by_hash ON variant_text (hash, unit_id);
DROP INDEX variant_by_text;

-- The place up to which every change's texts are in variant_text.
ALTER TABLE unit_sequence ADD COLUMN texts BIGINT DEFAULT 0 NOT NULL;
UPDATE unit_sequence SET texts = place;
