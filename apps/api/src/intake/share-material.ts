import type { Tx } from '@yikou/platform';

/** The lines of the other cases that ask for the same material and may still be changed. */
const SIBLINGS = `
  FROM case_materials given, case_materials line, cases c
  WHERE given.case_id = $1 AND given.position = $2
    AND c.application_id = $3 AND c.id <> $1 AND c.state IN ('REGISTERED','SUPPLEMENT_REQUESTED')
    AND line.case_id = c.id AND material_key(line.name) = material_key(given.name)`;

/**
 * R74: what was handed in for one case of an application is in hand for every other one that asks for the
 * same named material; the content of a file stays stored once.
 */
export async function shareMaterial(
  tx: Tx,
  { caseId, position, application }: { caseId: string; position: number; application: string },
): Promise<void> {
  const place = [caseId, position, application];
  await tx.query(
    `UPDATE case_materials m SET received_at = s.received_at
     FROM (SELECT line.case_id, line.position, given.received_at ${SIBLINGS}) s
     WHERE m.case_id = s.case_id AND m.position = s.position`,
    place,
  );
  await tx.query(
    `INSERT INTO material_files (id, case_id, position, name, media_type, bytes, sha256, storage_key,
       uploaded_at, uploaded_by_id)
     SELECT gen_random_uuid(), s.case_id, s.position, f.name, f.media_type, f.bytes, f.sha256, f.storage_key,
       f.uploaded_at, f.uploaded_by_id
     FROM (SELECT line.case_id, line.position ${SIBLINGS}) s
     JOIN material_files f ON f.case_id = $1 AND f.position = $2
     ON CONFLICT DO NOTHING`,
    place,
  );
}
