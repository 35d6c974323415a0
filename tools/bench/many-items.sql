-- A large catalog out of the demo's: so many items of five versions each, of which the last is in force. Names
-- are the first half of one item's and the second half of another's, so that they differ as real ones do.
CREATE TEMP TABLE made ON COMMIT DROP AS
SELECT gen_random_uuid() AS item_id, 'BM-' || lpad(n::text, 6, '0') AS code, name, base_id
FROM (
  SELECT row_number() OVER (ORDER BY w.ord, b.item_code, a.item_code) AS n, a.id AS base_id,
    left(a.name, (length(a.name) + 1) / 2) || right(b.name, length(b.name) / 2) || w.word AS name
  FROM item_versions a CROSS JOIN item_versions b
    CROSS JOIN unnest(ARRAY['', '变更', '注销', '补领']) WITH ORDINALITY AS w (word, ord)
  WHERE a.number = 1 AND b.number = 1 AND a.item_code LIKE 'EQ-%' AND b.item_code LIKE 'EQ-%'
) AS mixed
WHERE n <= :count;

INSERT INTO service_items (id, code, level)
SELECT m.item_id, m.code, v.level FROM made m JOIN item_versions v ON v.id = m.base_id;

INSERT INTO item_versions (id, item_id, item_code, number, effective_from, published_at, name, name_en,
  pinyin_initials, category, theme, level, class, handling_kind, closure, promised_days, day_unit, statutory_days,
  statutory_day_unit, on_the_spot_minutes, content)
SELECT gen_random_uuid(), m.item_id, m.code, k, date '2021-01-01' + k * interval '1 year',
  timestamptz '2021-01-01' + k * interval '1 year', m.name, v.name_en, '', v.category, v.theme, v.level, v.class,
  v.handling_kind, v.closure, v.promised_days, v.day_unit, v.statutory_days, v.statutory_day_unit,
  v.on_the_spot_minutes, v.content
FROM made m JOIN item_versions v ON v.id = m.base_id CROSS JOIN generate_series(1, 5) AS k;

UPDATE service_items i SET current_version_id = v.id
FROM item_versions v WHERE v.item_id = i.id AND v.number = 5 AND i.current_version_id IS NULL;

INSERT INTO offerings (item_id, unit_id, item_version_id, started_on)
SELECT i.id, u.id, i.current_version_id, date '2026-01-01'
FROM service_items i JOIN units u ON u.kind = CASE i.level WHEN 'STREET' THEN 'CENTRE' ELSE 'none' END
WHERE i.code LIKE 'BM-%';
