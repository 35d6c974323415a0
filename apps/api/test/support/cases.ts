import type { Client, Dto } from './client.js';
import type { District } from './district.js';

export type Case = Dto<'CaseDto'>;

/** A made-up person whose number passes GB 11643. */
export const APPLICANT = {
  kind: 'PERSON',
  name: '赵明远',
  identityNumber: '11010519491231002X',
  telephone: '13800138000',
  address: '郑州市二七区大学路街道祥和社区1号',
} as const;

/** Registered at the person's own counter with every material in hand. */
export async function registered(clerk: Client, itemCode: string): Promise<Case> {
  const item = await clerk.get<Dto<'ItemDto'>>(`/api/v1/items/${itemCode}`);
  const receivedMaterials = item.materials.map((_, position) => position);
  return clerk.do('/api/v1/cases', { itemCode, applicant: APPLICANT, receivedMaterials });
}

export async function accepted(clerk: Client, itemCode: string): Promise<Case> {
  return clerk.perform(await registered(clerk, itemCode), 'accept');
}

const WORKERS = ['SECTION_HANDLER', 'DEPARTMENT_APPROVER', 'CLERK'];
const DECIDERS = ['SECTION_HEAD', 'DEPARTMENT_APPROVER', 'CLERK'];

/** Whoever the case waits for now, by the unit that holds it. */
export function holderOf(district: District, kase: Case): Promise<Client> {
  const tasks = kase.stages.filter(
    (stage) => stage.kind === 'TASK' || stage.kind === 'ON_THE_SPOT',
  );
  const current = kase.stages.find((stage) => stage.progress === 'CURRENT');
  const decides = tasks.at(-1)?.index === current?.index;
  return district.someoneOf(kase.holderUnit.id, decides ? DECIDERS : [...WORKERS, 'SECTION_HEAD']);
}

const INPUT: Record<string, Record<string, unknown>> = {
  complete: { opinion: '材料齐全，符合条件。' },
  decide: { outcome: 'APPROVED', opinion: '同意。' },
  deliver: { receiver: '赵明远', proof: '本人签字 001' },
};

/** The verb that takes a case on, as its holder is offered it. */
const ONWARDS = ['transfer', 'upload', 'claim', 'complete', 'decide', 'deliver', 'issue'];

/** One step further on its way, by the person whose turn it is. */
export async function step(district: District, kase: Case): Promise<{ verb: string; after: Case }> {
  const holder = await holderOf(district, kase);
  const seen = await holder.get<Case>(`/api/v1/cases/${kase.id}`);
  const verb = ONWARDS.find((one) => seen.allowedActions.includes(one as never));
  if (!verb)
    throw new Error(
      `${kase.state} ${kase.stageName}: nothing to do for ${holder.account.loginName}`,
    );
  const method = verb === 'deliver' ? { method: seen.deliveryMethods[0] } : {};
  return { verb, after: await holder.perform(seen, verb, { ...INPUT[verb], ...method }) };
}

/** Walks until `until` holds. */
export async function walk(
  district: District,
  kase: Case,
  until: (kase: Case) => boolean,
): Promise<Case> {
  let current = kase;
  for (let turn = 0; !until(current); turn++) {
    if (turn > 40) throw new Error(`${current.number} does not arrive`);
    current = (await step(district, current)).after;
  }
  return current;
}
