import type { RequiredMaterial, SpecialProcedure, Step } from '@yikou/domain';

/** The part of an item version that is for people and for the case's way; searched by nothing. */
export interface ItemContent {
  serviceObject: string;
  ownerDepartment: string;
  leadDepartment: string;
  statutoryNote: string;
  conditions: string[];
  steps: Step[];
  materials: RequiredMaterial[];
  specialProcedures: SpecialProcedure[];
  fee: { charged: boolean; amount?: string; basis?: string };
  legalBasis: { title: string; article: string }[];
  resultDocument: string;
  deliveryMethods: string[];
  onSiteVisits: number;
  crossRegion: string;
  source: string;
  confidence: string;
  note: string;
}
