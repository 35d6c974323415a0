import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The folder is beside `src` and beside `dist`: the package's own `data`. */
function dataFolder(): string {
  let folder = import.meta.dirname;
  while (!existsSync(path.join(folder, 'package.json'))) folder = path.dirname(folder);
  return path.join(folder, 'data');
}

function read<T>(name: string): T {
  return JSON.parse(readFileSync(path.join(dataFolder(), name), 'utf8')) as T;
}

export interface HolidayFile {
  source: string;
  years: Record<string, { off: [string, string][]; work: [string, string][] }>;
}

export interface DivisionFile {
  source: string;
  district: { code: string; name: string; city: string };
  townships: { code: string; name: string; communities: { code: string; name: string }[] }[];
}

export interface ItemRow {
  code: string;
  name: string;
  nameEn: string;
  category: string;
  theme: string;
  level: 'STREET' | 'COMMUNITY';
  handlingKind: 'INSTANT' | 'PROMISED';
  closure: 'LOCAL' | 'UPPER';
  ownerDepartment: string;
  leadDepartment: string;
  serviceObject: string;
  statutoryDays: number | null;
  statutoryNote: string;
  promisedDays: number;
  statutoryDayUnit: 'WORKING_DAY' | 'CALENDAR_DAY';
  dayUnit: 'WORKING_DAY' | 'CALENDAR_DAY';
  specialProcedures: {
    kind: string;
    name: string;
    days: number;
    unit: 'WORKING_DAY' | 'CALENDAR_DAY';
    countsInLimit: boolean;
  }[];
  conditions: string[];
  steps: {
    name: string;
    ownerRole:
      | 'COUNTER_CLERK'
      | 'BUSINESS_SECTION'
      | 'COMMUNITY_CLERK'
      | 'PARTNER_DEPARTMENT'
      | 'UPPER_DEPARTMENT';
    days: number;
  }[];
  materials: {
    name: string;
    form: 'ORIGINAL' | 'COPY' | 'ORIGINAL_AND_COPY' | 'ELECTRONIC';
    copies: number;
    required: boolean;
    note: string;
  }[];
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

type Level = 'CITY' | 'DISTRICT' | 'STREET';

export interface BodyFile {
  sections: [body: string, name: string][];
  sectionOfOwner: Record<string, string>;
  sectionOfTheme: Record<string, string>;
  departments: Record<'DISTRICT' | 'CITY', [body: string, name: string][]>;
  upperSteps: [beginsWith: string, handlers: [Level, string][]][];
  pilots: [street: string, prefix: string, counters: number][];
}

export const readHolidays = () => read<HolidayFile>('cn-holidays-2016-2026.json');
export const readDivisions = () => read<DivisionFile>('erqi-divisions-2023.json');
export const readItems = () => read<{ items: ItemRow[] }>('service-items.json').items;
export const readBodies = () => read<BodyFile>('demo-bodies.json');
