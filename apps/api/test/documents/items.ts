import { readFileSync } from 'node:fs';
import { standardOfFileItem, type FileItem, type ItemStandard } from '@yikou/domain';

const FILE = new URL('../../data/service-items.json', import.meta.url);

/** The 63 items of the data file. */
export function sixtyThree(): ItemStandard[] {
  const { items } = JSON.parse(readFileSync(FILE, 'utf8')) as { items: FileItem[] };
  return items.map(standardOfFileItem);
}

const AWKWARD = [
  '',
  ' ',
  '  两端空格  ',
  '0012',
  '1e5',
  '3-1',
  '=1+1',
  "'单引号",
  "''=两个",
  '+86',
  '-5',
  '@SUM(A1)',
  '\t制表符',
  '第一行\n第二行',
  '回车\r\n换行\r',
  '\n',
  '_x000D_ 与 _x005F_',
  '（空文本）',
  '\\（空文本）',
  '反斜杠\\n与\\\\',
  '竖线｜与\\｜',
  '<a href="x">&amp;\'"]]>',
  '𠮷𫟦㙓龘堃喆镕',
  '😀👨‍👩‍👧',
  '\u0000\u0001\u001f\ufffe',
  '半个\ud800代理',
  'true',
  '窗口领取',
  '是',
  '__proto__',
  '，,"引号",',
  '\ufeff开头',
  '\u2028行分隔',
];

/** An item whose every text is awkward, each from another place in the list. */
export function awkward(): ItemStandard {
  let next = 0;
  const text = () => AWKWARD[next++ % AWKWARD.length] as string;
  const [base] = sixtyThree() as [ItemStandard];
  return {
    ...base,
    code: '000-__proto__',
    basicCode: '000120003000',
    implementationCode: '',
    name: text(),
    nameEn: text(),
    class: 'FEATURED',
    featuredTags: ['SMART', 'PUBLIC_GOOD'],
    category: { code: '05', name: text() },
    themes: [...AWKWARD],
    serviceObject: text(),
    serviceObjects: ['6', '1'],
    handlingKind: null,
    closure: null,
    conditions: [...AWKWARD],
    steps: AWKWARD.map((name) => ({
      name,
      role: 'PARTNER_DEPARTMENT',
      days: 0,
      handlers: [
        { level: 'CITY', body: null },
        { level: 'DISTRICT', body: '' },
        { level: 'DISTRICT', body: text() },
      ],
      parallelGroup: text(),
      onSiteInspection: true,
      substantive: false,
    })),
    materials: AWKWARD.map((name) => ({
      name,
      form: 'ORIGINAL_AND_COPY',
      copies: 0,
      required: false,
      note: text(),
      source: text(),
      sampleFile: text(),
      blankForm: null,
      reusable: true,
    })),
    limits: {
      statutory: { amount: null, unit: 'CALENDAR_DAY' },
      statutoryNote: text(),
      promised: { amount: 0, unit: 'CALENDAR_DAY' },
      onTheSpotMinutes: 0,
    },
    specialProcedures: AWKWARD.map((kind) => ({
      kind,
      name: text(),
      days: 1,
      unit: 'CALENDAR_DAY',
      countsInLimit: true,
    })),
    fee: { charged: false, amountFen: 0, amount: '', basis: text() },
    legalBases: AWKWARD.map((title) => ({ title, article: text() })),
    resultDocuments: [...AWKWARD].reverse(),
    deliveryMethods: [...AWKWARD, 'WINDOW', 'ELECTRONIC'],
    onSiteVisits: null,
    visitsReason: text(),
    dedicatedNetwork: '',
    source: text(),
    confidence: '部分内容已核实',
    note: text(),
  };
}

/** An item that says nothing yet but its code and level. */
export function barest(): ItemStandard {
  return {
    ...awkward(),
    code: 'EMPTY',
    basicCode: null,
    implementationCode: null,
    name: '',
    nameEn: '',
    featuredTags: [],
    category: { code: '', name: '' },
    themes: [],
    serviceObject: '',
    serviceObjects: [],
    conditions: [],
    steps: [],
    materials: [],
    specialProcedures: [],
    fee: null,
    legalBases: [],
    resultDocuments: [],
    deliveryMethods: [],
    visitsReason: '',
    crossRegion: '',
    dedicatedNetwork: null,
    source: '',
    confidence: '',
    note: '',
  };
}
