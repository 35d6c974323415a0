import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AreaLevel, UnitKind } from '@yikou/domain';

/** A node of the four-level tree, keyed by its 12-digit division code. */
@Entity('areas')
export class Area {
  @PrimaryColumn('text') code: string;
  @Column('text') name: string;
  @Column('text') level: AreaLevel;
  @Column('text', { nullable: true }) parentCode: string | null;
  @Column('text') path: string;
  @Column('boolean', { default: false }) pilot: boolean;
  @Column('boolean', { default: false }) chief: boolean;
}

/** A body that does work. `body` is its function inside its area, such as MZ for civil affairs. */
@Entity('units')
export class Unit {
  @PrimaryColumn('uuid') id: string;
  @Column('text') code: string;
  @Column('text') kind: UnitKind;
  @Column('text') name: string;
  @Column('text', { nullable: true }) body: string | null;
  @Column('text') areaCode: string;
  @Column('text', { nullable: true }) telephone: string | null;
  @Column('text', { nullable: true }) address: string | null;
  @Column('text', { default: '09:00' }) opensAt: string;
  @Column('text', { default: '17:00' }) closesAt: string;
  /** Within the opening hours, such as over lunch; minutes of on-the-spot cases stand still (R53). */
  @Column('jsonb', { default: [] }) breaks: { from: string; until: string }[];
}

/** One service window of a centre. Never the same as a person (D1). */
@Entity('counters')
export class Counter {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') unitId: string;
  @Column('int') number: number;
  @Column('text') kind: 'COMPREHENSIVE' | 'SPECIAL';
}

/** A person's stay at a centre in a post. */
@Entity('postings')
export class Posting {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') accountId: string;
  @Column('uuid') unitId: string;
  @Column('text') post: 'ADMINISTRATOR' | 'GUIDE' | 'CLERK';
  @Column('text') source: 'PURCHASED_SERVICE' | 'SECONDED' | 'OWN';
  @Column('date') startedOn: string;
  @Column('date', { nullable: true }) endedOn: string | null;
}
