import type {
  Closure,
  DayUnit,
  HandlingKind,
  ItemRules,
  RequiredMaterial,
  SpecialProcedure,
  Step,
} from './item.js';
import type { ServiceObject } from './standard-codes.js';

/** R47: convenience services (FEATURED, 便民服务) are published, but stand outside the statistics. */
export const ITEM_CLASSES = ['GOVERNMENT', 'FEATURED'] as const;
export type ItemClass = (typeof ITEM_CLASSES)[number];

/** R47: 公益类, 智能化, 微利. */
export const FEATURED_TAGS = ['PUBLIC_GOOD', 'SMART', 'LOW_PROFIT'] as const;
export type FeaturedTag = (typeof FEATURED_TAGS)[number];

export interface StandardStep extends Step {
  /** R74: adjacent steps with the same name run side by side, and their clock counts the longest. */
  parallelGroup: string | null;
  onSiteInspection: boolean;
  /**
   * Work on the matter itself, such as accepting (受理), examining or deciding: not collecting,
   * passing on or handing over. R31 asks for one at the item's own level.
   */
  substantive: boolean;
}

export interface StandardMaterial extends RequiredMaterial {
  /** Who issues it or where it comes from (出具机构、来源渠道). */
  source: string;
  /** A filled-in example (示例样表) and the form to fill in (空白表格): names of files. */
  sampleFile: string | null;
  blankForm: string | null;
  /** Handed in once, it serves the applicant's further cases. */
  reusable: boolean;
}

/** A limit in days; `amount` null says that none is known, 0 that none runs (INSTANT). */
export interface DayLimit {
  amount: number | null;
  unit: DayUnit;
}

export interface StandardLimits {
  statutory: DayLimit;
  /** Where the statutory limit comes from, or that no law sets one (法定办结时限说明). */
  statutoryNote: string;
  promised: DayLimit;
  /** R53: minutes within which an INSTANT case is closed at the counter. */
  onTheSpotMinutes: number | null;
}

export interface Fee {
  charged: boolean;
  /** Fixed amount in fen; null where only words can say it. */
  amountFen: number | null;
  /** What is charged, in words; also for a free item, such as 首次免费、补领收工本费. */
  amount: string | null;
  basis: string | null;
}

export interface LegalBasis {
  title: string;
  /** Empty where the whole document is the basis, as with a notice (通知) without articles. */
  article: string;
}

/**
 * The whole content of an item version: one type for editing, review, comparison, books and exchange.
 * Fields follow GB/T 39046-2020 Table 4. Null and empty stand for what a draft does not say yet;
 * `completeness.ts` tells what must be said before it is published (R33).
 */
export interface ItemStandard {
  /** The district's own code, such as EQ-T-05-001; never to be shown as a national one. */
  code: string;
  /** 基本编码 and 实施编码: text of at most 64 characters. */
  basicCode: string | null;
  implementationCode: string | null;
  name: string;
  nameEn: string;
  level: ItemRules['level'];
  class: ItemClass;
  featuredTags: readonly FeaturedTag[];
  /** A.1 code and the name the list gives it. */
  category: { code: string; name: string };
  /** The first is the one it is filed under. */
  themes: readonly string[];
  /** The words an applicant reads, and the A.4 codes they mean. */
  serviceObject: string;
  serviceObjects: readonly ServiceObject[];
  handlingKind: HandlingKind | null;
  closure: Closure | null;
  ownerDepartment: string;
  leadDepartment: string;
  conditions: readonly string[];
  steps: readonly StandardStep[];
  materials: readonly StandardMaterial[];
  limits: StandardLimits;
  specialProcedures: readonly SpecialProcedure[];
  fee: Fee | null;
  legalBases: readonly LegalBasis[];
  resultDocuments: readonly string[];
  deliveryMethods: readonly string[];
  /** 到办事现场次数 and why the applicant must come. */
  onSiteVisits: number | null;
  visitsReason: string;
  crossRegion: string;
  /** R49: the dedicated network (业务专网) it is handled on; null for none. */
  dedicatedNetwork: string | null;
  source: string;
  confidence: string;
  note: string;
}

/** GB/T 39046-2020 counts originals and copies apart (原件份数、复印件份数). */
export function paperCountsOf({ form, copies }: Pick<RequiredMaterial, 'form' | 'copies'>): {
  originals: number;
  copies: number;
} {
  return {
    originals: form === 'ORIGINAL' || form === 'ORIGINAL_AND_COPY' ? copies : 0,
    copies: form === 'COPY' || form === 'ORIGINAL_AND_COPY' ? copies : 0,
  };
}
