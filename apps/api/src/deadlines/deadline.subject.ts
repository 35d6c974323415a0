/** Whose deadlines they are and how lists name them. */
export interface DeadlineSubject {
  id: string;
  reference: string;
  title: string;
  unitId: string;
  areaPath: string;
  /** Local HH:mm at which the hall that took it closes. */
  closesAt: string;
}
