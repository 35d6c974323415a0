import {
  allowedConsultationVerbs,
  seesWholeSubtree,
  type Actor,
  type ConsultationFacts,
  type ConsultationState,
  type ConsultationType,
} from '@yikou/domain';
import type { ConsultationDto } from './consultation.dto.js';

interface OfferJson {
  id: string;
  unitId: string;
  accountId: string | null;
  unitName: string;
  accountName: string | null;
  fromName: string;
  note: string | null;
  offeredAt: string;
}

export interface ConsultationRow {
  id: string;
  version: number;
  state: ConsultationState;
  type: ConsultationType;
  unit_id: string;
  unit_name: string;
  area_path: string;
  asked_at: Date;
  first_contact_id: string;
  first_contact_name: string;
  holder_id: string;
  holder_name: string;
  holder_unit_id: string;
  holder_unit_name: string;
  unit_ids: string[];
  item_code: string | null;
  item_name: string | null;
  question: string;
  answer: string | null;
  contact_name: string | null;
  contact_name_masked: string | null;
  contact_telephone: string | null;
  contact_telephone_masked: string | null;
  closed_at: Date | null;
  case_id: string | null;
  offer: OfferJson | null;
  declined: { byName: string; reason: string; at: string } | null;
}

export const SELECT_CONSULTATIONS = `SELECT c.*, u.name AS unit_name, f.display_name AS first_contact_name,
    h.display_name AS holder_name, hu.name AS holder_unit_name,
    (SELECT json_build_object('id', o.id, 'unitId', o.unit_id, 'accountId', o.account_id, 'unitName', ou.name,
        'accountName', oa.display_name, 'fromName', of.display_name, 'note', o.note, 'offeredAt', o.offered_at)
      FROM consultation_hand_overs o JOIN units ou ON ou.id = o.unit_id JOIN accounts of ON of.id = o.from_id
        LEFT JOIN accounts oa ON oa.id = o.account_id
      WHERE o.consultation_id = c.id AND o.ended_at IS NULL) AS offer,
    (SELECT json_build_object('byName', da.display_name, 'reason', d.end_reason, 'at', d.ended_at)
      FROM consultation_hand_overs d JOIN accounts da ON da.id = d.ended_by_id
      WHERE d.consultation_id = c.id AND d.end_state = 'DECLINED'
      ORDER BY d.offered_at DESC LIMIT 1) AS declined
  FROM consultations c JOIN units u ON u.id = c.unit_id JOIN accounts f ON f.id = c.first_contact_id
    JOIN accounts h ON h.id = c.holder_id JOIN units hu ON hu.id = c.holder_unit_id`;

/** By what an index can answer; the policies of PostgreSQL stand behind it. */
export function consultationScopeOf(actor: Actor, bind: (value: unknown) => string): string {
  if (seesWholeSubtree(actor)) return `starts_with(c.area_path, ${bind(actor.areaPath)})`;
  return `${bind(actor.unitId)} = ANY(c.unit_ids)`;
}

export function consultationFactsOf(row: ConsultationRow): ConsultationFacts {
  return {
    state: row.state,
    unitId: row.unit_id,
    holderId: row.holder_id,
    holderUnitId: row.holder_unit_id,
    offer: row.offer && { unitId: row.offer.unitId, accountId: row.offer.accountId },
  };
}

export function drawConsultation(row: ConsultationRow, actor: Actor): ConsultationDto {
  const { offer, declined } = row;
  return {
    id: row.id,
    version: row.version,
    type: row.type,
    state: row.state,
    question: row.question,
    answer: row.answer,
    item: row.item_code === null ? null : { code: row.item_code, name: row.item_name ?? '' },
    contact:
      row.contact_name_masked === null
        ? null
        : { name: row.contact_name_masked, telephone: row.contact_telephone_masked },
    unit: { id: row.unit_id, name: row.unit_name },
    askedAt: row.asked_at,
    firstContactName: row.first_contact_name,
    holderName: row.holder_name,
    holderUnitName: row.holder_unit_name,
    mine: row.holder_id === actor.accountId,
    offer: offer && {
      unitName: offer.unitName,
      accountName: offer.accountName,
      fromName: offer.fromName,
      note: offer.note,
      offeredAt: new Date(offer.offeredAt),
    },
    declined: declined && { ...declined, at: new Date(declined.at) },
    closedAt: row.closed_at,
    caseId: row.case_id,
    allowedActions: allowedConsultationVerbs(consultationFactsOf(row), actor),
  };
}
