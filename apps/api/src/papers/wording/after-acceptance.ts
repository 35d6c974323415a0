import { itemWords } from '../../documents/index.js';
import type { PaperCase } from '../paper-case.js';
import type { Wording } from './before-acceptance.js';
import {
  addresseeOf,
  dayOf,
  isPermission,
  lastDayOf,
  requestOf,
  sentence,
  underTheLaw,
  weOf,
  youOf,
} from './phrases.js';

const PLAIN = { table: null, closing: [], form: [], signatures: ['申请人（代理人）签收'] };

export function acceptanceWording(subject: PaperCase): Wording {
  const { row } = subject;
  return {
    ...PLAIN,
    addressee: addresseeOf(subject),
    paragraphs: [
      `${youOf(subject)}于${dayOf(row.registered_at)}提出的${requestOf(subject)}，申请材料齐全、符合法定形式。${underTheLaw(subject, '第三十二条第一款第五项')}，${weOf(subject)}自${dayOf(row.accepted_at ?? row.registered_at)}起予以受理。`,
      limitWords(subject),
      `办理结果在${weOf(subject)}送达，凭办件编号和证件号码后四位可以查询办理进度。`,
    ],
    signer: row.taking_unit_name,
  };
}

function limitWords(subject: PaperCase): string {
  const { promise, standard } = subject;
  if (standard.handlingKind === 'INSTANT') {
    return `本事项为即办件，承诺${itemWords.promiseOf(standard)}。`;
  }
  const limit = `本事项承诺办结时限为${itemWords.promiseOf(standard)}，自受理之日的次日起计算`;
  const due = promise ? `，应于${lastDayOf(promise.dueAt)}前（含当日）办结` : '';
  const open = promise?.provisional
    ? '该日期所在年度的节假日安排尚未公布，公布后按实际工作日重新计算。'
    : '';
  return `${limit}${due}。依法需要听证、检验、检测、检疫、鉴定、专家评审、公示等不计入办理时限的，所需时间另行书面告知。${open}`;
}

export function extensionWording(subject: PaperCase): Wording {
  const { row, extension, promise } = subject;
  if (!extension) throw new Error(`${row.id} is not extended`);
  const days = extension.days === null ? '' : `延长${extension.days}个工作日，`;
  const until = promise
    ? `办理时限延长至${lastDayOf(promise.dueAt)}（含当日）`
    : '办理时限予以延长';
  return {
    ...PLAIN,
    addressee: addresseeOf(subject),
    paragraphs: [
      `${youOf(subject)}提出的${requestOf(subject)}，${weOf(subject)}已于${dayOf(row.accepted_at ?? row.registered_at)}受理。因下列原因，不能在原定时限内作出决定：${sentence(extension.reason)}`,
      `${underTheLaw(subject, '第四十二条第一款')}，经批准，${days}${until}。特此告知。`,
    ],
    signer: row.taking_unit_name,
  };
}

export function decisionWording(subject: PaperCase): Wording {
  const { row } = subject;
  const signer = row.stages.find(({ decides }) => decides)?.unitName ?? row.taking_unit_name;
  return {
    ...PLAIN,
    addressee: addresseeOf(subject),
    paragraphs: row.outcome === 'APPROVED' ? granted(subject) : denied(subject),
    // R50: a centre that decides by authorisation says in whose name.
    closing: row.authority ? [row.authority] : [],
    signer,
  };
}

function examined(subject: PaperCase): string {
  const { row, standard } = subject;
  const bases = standard.legalBases.slice(0, 3).map(itemWords.basisOf).join('、');
  return `${youOf(subject)}于${dayOf(row.registered_at)}提出的${requestOf(subject)}，经依法审查，${bases ? `依据${bases}，` : ''}`;
}

function granted(subject: PaperCase): string[] {
  const { row } = subject;
  const what = isPermission(subject) ? '准予行政许可' : '准予办理';
  const result = row.result_number ? `结果文书编号：${row.result_number}。` : '';
  return [
    `${examined(subject)}符合规定的条件、标准，现决定${what}。`,
    `办理意见：${sentence(row.opinion)}${result}`,
  ];
}

function denied(subject: PaperCase): string[] {
  const { row } = subject;
  const what = isPermission(subject) ? '不予行政许可' : '不予办理';
  return [
    `${examined(subject)}不符合规定的条件、标准。${underTheLaw(subject, '第三十八条第二款')}，现决定${what}。`,
    `理由：${sentence(row.close_reason)}`,
    `救济途径：${sentence(row.remedy)}`,
  ];
}
