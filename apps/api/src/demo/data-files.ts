import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ItemRules, StepRole } from '@yikou/domain';
import type { ItemContent } from '../catalog/index.js';

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

/** One item of the data file; its steps do not say yet which body works on them. */
export interface ItemRow
  extends Omit<ItemContent, 'steps'>, Omit<ItemRules, 'steps' | 'onTheSpotMinutes'> {
  code: string;
  name: string;
  nameEn: string;
  category: string;
  theme: string;
  steps: { name: string; ownerRole: StepRole; days: number }[];
}

type Level = 'CITY' | 'DISTRICT' | 'STREET';

export interface BodyFile {
  sections: [body: string, name: string][];
  sectionOfOwner: Record<string, string>;
  sectionOfTheme: Record<string, string>;
  /** Behind the items that a centre decides itself (R48). */
  sectionBehindTheme: Record<string, string>;
  departments: Record<'DISTRICT' | 'CITY', [body: string, name: string][]>;
  upperSteps: [beginsWith: string, handlers: [Level, string][]][];
  pilots: [street: string, prefix: string, counters: number][];
  /** What each of their centres promises (R76). */
  promises: [title: string, text: string][];
}

export const readHolidays = () => read<HolidayFile>('cn-holidays-2016-2026.json');
export const readDivisions = () => read<DivisionFile>('erqi-divisions-2023.json');
export const readItems = () => read<{ items: ItemRow[] }>('service-items.json').items;
export const readBodies = () => read<BodyFile>('demo-bodies.json');
