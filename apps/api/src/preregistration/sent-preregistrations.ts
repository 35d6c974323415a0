import { Injectable } from '@nestjs/common';
import { spokenVisitCode } from '@yikou/domain';
import type { Tx } from '@yikou/platform';
import type { SentDto, SentMaterialDto } from './preregistration.dto.js';
import type { PreregistrationRow } from './preregistration.row.js';

type SentRow = Omit<PreregistrationRow, 'file_count' | 'case_id'> & {
  unit_name: string;
  address: string | null;
  telephone: string | null;
  materials: SentMaterialDto[];
};

/** What its sender, who knows its key, may see of a preregistration. */
@Injectable()
export class SentPreregistrations {
  async find(tx: Tx, requestKey: string): Promise<SentDto | undefined> {
    const [row]: SentRow[] = await tx.query(
      `SELECT p.id, p.code, p.state, p.unit_id, p.item_code, p.item_name, p.applicant_name, p.sent_at,
         p.last_day::text AS last_day, u.name AS unit_name, u.address, u.telephone,
         coalesce((SELECT json_agg(json_build_object('position', m.n - 1, 'name', m.material ->> 'name',
             'required', (m.material ->> 'required')::boolean,
             'files', coalesce((SELECT json_agg(f.name ORDER BY f.uploaded_at, f.id)
               FROM preregistration_files f
               WHERE f.preregistration_id = p.id AND f.position = m.n - 1), '[]')) ORDER BY m.n)
           FROM service_items i JOIN item_versions v ON v.id = i.current_version_id,
             jsonb_array_elements(v.content -> 'materials') WITH ORDINALITY AS m(material, n)
           WHERE i.code = p.item_code), '[]') AS materials
       FROM preregistrations p JOIN units u ON u.id = p.unit_id WHERE p.request_key = $1`,
      [requestKey],
    );
    return row && drawn(row);
  }
}

function drawn(row: SentRow): SentDto {
  return {
    id: row.id,
    code: spokenVisitCode(row.code),
    unitName: row.unit_name,
    address: row.address,
    telephone: row.telephone,
    itemCode: row.item_code,
    itemName: row.item_name,
    applicantName: row.applicant_name,
    lastDay: row.last_day,
    materials: row.materials,
  };
}
