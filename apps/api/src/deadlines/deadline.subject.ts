import type { OpeningHours } from '@yikou/domain';

/** Whose deadlines they are and how lists name them. */
export interface DeadlineSubject {
  id: string;
  reference: string;
  title: string;
  unitId: string;
  areaPath: string;
  /** When the hall that took it serves. */
  hours: OpeningHours;
}
