import type { ItemStandard } from '@yikou/domain';
import {
  closureOf,
  deliveryOf,
  feeOf,
  kindOf,
  levelOf,
  promiseOf,
  said,
  statutoryOf,
  visitsOf,
} from './item-words.js';

/** A wide one takes a row of its own, whatever its length. */
export type Fact = readonly [label: string, value: string, wide?: boolean];

/** The codes that the item has. */
export function codesOf({ code, basicCode, implementationCode }: ItemStandard): Fact[] {
  const codes: [string, string | null][] = [
    ['事项编码', code],
    ['基本编码', basicCode],
    ['实施编码', implementationCode],
  ];
  return codes.flatMap(([label, its]) => (its ? [[label, said(its)] as const] : []));
}

/** What is said once of an item, under the official labels. */
export function factsOf(item: ItemStandard): Fact[] {
  return [
    ['事项类别', said(item.category.name)],
    ['行使层级', levelOf(item)],
    ['服务对象', said(item.serviceObject)],
    ['办件类型', kindOf(item)],
    ['办结权限', closureOf(item)],
    ['承诺时限', promiseOf(item)],
    ['到现场次数', visitsOf(item)],
    ['收费情况', feeOf(item)],
    ['通办范围', said(item.crossRegion)],
    ['送达方式', deliveryOf(item)],
    ['承办机构', said(item.ownerDepartment)],
    ['主管部门', said(item.leadDepartment)],
    ['办理结果', said(item.resultDocuments.join('；'))],
    ['法定时限', statutoryOf(item)],
    ...(item.dedicatedNetwork ? [['业务专网', said(item.dedicatedNetwork)] as const] : []),
  ];
}
