import type { Step, StepHandler, StepRole } from '@yikou/domain';
import type { BodyFile, ItemRow } from './data-files.js';

/** Says for each step of an item of the data file which section or department works on it. */
export function stepsOf(item: ItemRow, bodies: BodyFile): Step[] {
  return item.steps.map(({ name, ownerRole, days }) => ({
    name,
    role: ownerRole,
    days,
    handlers: handlersOf(item, name, ownerRole, bodies),
  }));
}

function handlersOf(item: ItemRow, name: string, role: StepRole, bodies: BodyFile): StepHandler[] {
  switch (role) {
    case 'COUNTER_CLERK':
    case 'COMMUNITY_CLERK':
      return [{ level: item.level, body: null }];
    case 'BUSINESS_SECTION':
      return [{ level: 'STREET', body: sectionOf(item, bodies) }];
    case 'PARTNER_DEPARTMENT':
    case 'UPPER_DEPARTMENT':
      return upperHandlers(name, bodies);
  }
}

function sectionOf(item: ItemRow, bodies: BodyFile): string {
  const body = bodies.sectionOfOwner[item.ownerDepartment] ?? bodies.sectionOfTheme[item.theme];
  if (!body) throw new Error(`${item.code}: no section for ${item.ownerDepartment}`);
  return body;
}

function upperHandlers(name: string, bodies: BodyFile): StepHandler[] {
  const found = bodies.upperSteps.find(([beginsWith]) => name.startsWith(beginsWith));
  if (!found) throw new Error(`no department for step ${name}`);
  return found[1].map(([level, body]) => ({ level, body }));
}
