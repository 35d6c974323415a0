import type { DeadlineSubject } from '../deadlines/index.js';

/** Whose clock a filing's is, and how the lists of what is late name it. */
export function subjectOf(filing: {
  id: string;
  week: string;
  item_name: string;
  centre_unit_id: string;
  area_path: string;
}): DeadlineSubject {
  return {
    id: filing.id,
    reference: `备案 ${filing.week}`,
    title: filing.item_name,
    unitId: filing.centre_unit_id,
    areaPath: filing.area_path,
    // Counted in days: no hall has to be open for it.
    hours: { opensAt: '00:00', closesAt: '24:00', breaks: [] },
  };
}
