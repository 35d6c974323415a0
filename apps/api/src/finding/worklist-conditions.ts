import { endOfLocalDay, localDateOf, type Actor, type Worklist } from '@yikou/domain';

type Bind = (value: unknown) => string;

interface Places {
  unit: string;
  account: string;
  now: string;
  endOfToday: string;
}

const task = (rest: string) => `EXISTS (SELECT 1 FROM tasks t WHERE t.case_id = c.id AND ${rest})`;
const clock = ({ unit }: Places, rest: string) => `EXISTS (SELECT 1 FROM deadlines d
  WHERE d.subject_id = c.id AND d.owner_unit_id = ${unit} AND d.closed_at IS NULL AND ${rest})`;
const taken = ({ unit }: Places, state: string) =>
  `c.taking_unit_id = ${unit} AND c.state = '${state}'`;
const stage = (kind: string) => `c.stages -> c.stage_index ->> 'kind' = '${kind}'`;

/** What lies in a worklist, said of `c`; every one begins at an index of the unit's own. */
const CONDITIONS: Record<Worklist, (places: Places) => string> = {
  TO_CLAIM: ({ unit }) => task(`t.unit_id = ${unit} AND t.state = 'OPEN'`),
  MINE: ({ unit, account }) =>
    task(`t.unit_id = ${unit} AND t.state = 'CLAIMED' AND t.assignee_id = ${account}`),
  TO_ACCEPT: (places) => taken(places, 'REGISTERED'),
  AWAITING_SUPPLEMENT: (places) => taken(places, 'SUPPLEMENT_REQUESTED'),
  TO_TRANSFER: (places) => `${taken(places, 'ACCEPTED')} AND ${stage('TRANSFER')}`,
  TO_UPLOAD: ({ unit }) =>
    `c.holder_unit_id = ${unit} AND c.state IN ('ACCEPTED','IN_PROGRESS') AND ${stage('UPLOAD')}`,
  DUE_TODAY: (places) =>
    clock(
      places,
      `d.state = 'RUNNING' AND d.due_at > ${places.now} AND d.due_at <= ${places.endOfToday}`,
    ),
  OVERDUE: (places) =>
    clock(
      places,
      `(d.state = 'MISSED' OR (d.state = 'RUNNING' AND d.due_at <= ${places.now})) AND d.due_at <= ${places.now}`,
    ),
  SUSPENDED: ({ unit }) => `c.holder_unit_id = ${unit} AND c.state = 'SUSPENDED'`,
  TO_ISSUE: (places) => `${taken(places, 'DECIDED')} AND c.issued_at IS NULL`,
  TO_DELIVER: (places) => `${taken(places, 'DECIDED')} AND c.issued_at IS NOT NULL`,
  TO_ARCHIVE: (places) => taken(places, 'DELIVERED'),
};

/** @returns what says which cases lie in a worklist of the actor's at `now` */
export function worklistConditions(actor: Actor, now: Date, bind: Bind) {
  const places = {
    unit: `${bind(actor.unitId)}::uuid`,
    account: `${bind(actor.accountId)}::uuid`,
    now: `${bind(now)}::timestamptz`,
    endOfToday: `${bind(endOfLocalDay(localDateOf(now)))}::timestamptz`,
  };
  // A parameter that no condition names would have no type.
  const all = `${places.account} IS NOT NULL AND ${places.endOfToday} IS NOT NULL AND ${places.now} IS NOT NULL`;
  return (worklist: Worklist): string => `${CONDITIONS[worklist](places)} AND ${all}`;
}
