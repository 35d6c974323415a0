import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Closure, HandlingKind, ItemClass, ItemRules } from '@yikou/domain';
import type { ItemContent } from './item-content.js';

/** What an applicant can ask for; its content lives in versions. */
@Entity('service_items')
export class ServiceItem {
  @PrimaryColumn('uuid') id: string;
  @Column('text') code: string;
  @Column('text') level: ItemRules['level'];
  @Column('uuid', { nullable: true }) currentVersionId: string | null;
}

/** One published state of an item. A case keeps the version it was accepted under (P8). */
@Entity('item_versions')
export class ItemVersion {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') itemId: string;
  @Column('text') itemCode: string;
  @Column('int') number: number;
  @Column('date') effectiveFrom: string;
  @Column('timestamptz') publishedAt: Date;
  @Column('text') name: string;
  @Column('text') nameEn: string;
  @Column('text') pinyinInitials: string;
  @Column('text') category: string;
  @Column('text') theme: string;
  @Column('text') level: ItemRules['level'];
  @Column('text') handlingKind: HandlingKind;
  @Column('text') closure: Closure;
  /** Convenience services are told apart from government services (R47). */
  @Column('text') class: ItemClass;
  @Column('int') promisedDays: number;
  @Column('text') dayUnit: ItemRules['dayUnit'];
  @Column('int', { nullable: true }) statutoryDays: number | null;
  @Column('text') statutoryDayUnit: ItemRules['statutoryDayUnit'];
  @Column('int') onTheSpotMinutes: number;
  @Column('jsonb') content: ItemContent;
}

/** That a version stops applying by decision, and from when; the item then has none in force (P8). */
@Entity('item_retirements')
export class ItemRetirement {
  @PrimaryColumn('uuid') versionId: string;
  @Column('date') retiredFrom: string;
  @Column('text') reason: string;
  @Column('uuid') decidedBy: string;
  @Column('timestamptz') decidedAt: Date;
}

/** An item in force as it is found: written by `indexItems` alone. */
@Entity('item_search')
export class ItemSearch {
  @PrimaryColumn('uuid') itemId: string;
  @Column('uuid') versionId: string;
  @Column('int') form: number;
  @Column('text') code: string;
  @Column('text') theme: string;
  @Column('text') level: ItemRules['level'];
  @Column('text') class: ItemClass;
  @Column('text') handlingKind: HandlingKind;
  @Column('text') closure: Closure;
  @Column('text') name: string;
  @Column('text') initials: string;
  @Column('text') text: string;
  @Column('text') spelling: string;
  @Column('tsvector') grams: string;
}

/** A centre or station offers an item. */
@Entity('offerings')
export class Offering {
  @PrimaryColumn('uuid') unitId: string;
  @PrimaryColumn('uuid') itemId: string;
  @Column('uuid') itemVersionId: string;
  @Column('date') startedOn: string;
  /** The first day on which it is offered no more. */
  @Column('date', { nullable: true }) endedOn: string | null;
  @Column('text', { nullable: true }) endReason: string | null;
  /** The section in whose name the centre decides, and which steps in where it cannot (R48, R49). */
  @Column('uuid', { nullable: true }) sectionUnitId: string | null;
  /** Local content (R34); null is what holds for the whole hall. */
  @Column('text', { nullable: true }) address: string | null;
  @Column('text', { nullable: true }) telephone: string | null;
  @Column('text', { nullable: true }) openingHours: string | null;
  /** Numbers of its counters; none named is any of the comprehensive ones (R40). */
  @Column('int', { array: true, default: () => "'{}'" }) counters: number[];
  @Column('uuid', { nullable: true }) cloneId: string | null;
  /** 行政许可法 §32: five days of silence count as acceptance. */
  @Column('boolean', { default: false }) silenceAccepts: boolean;
  /** The most by which its limit may be extended; null is the law's ten days (§42). */
  @Column('int', { nullable: true }) extensionDays: number | null;
}
