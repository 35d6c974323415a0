import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CardColour, CardState, DeadlineKind } from '@yikou/domain';

/** A yellow or red card for the unit whose time it was (R60); once for each due instant. */
@Entity('cards')
export class Card {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') deadlineId: string;
  @Column('text') colour: CardColour;
  @Column('text') state: CardState;
  @Column('text') kind: DeadlineKind;
  @Column('uuid') subjectId: string;
  @Column('text') reference: string;
  @Column('text') title: string;
  @Column('uuid') unitId: string;
  @Column('text') areaPath: string;
  @Column('timestamptz') dueAt: Date;
  @Column('timestamptz') issuedAt: Date;
  /** The deadline of the reply that is asked for now. */
  @Column('uuid', { nullable: true }) replyDeadlineId: string | null;
}

/** What a unit said to a red card, and what the district's office said to that. */
@Entity('card_replies')
export class CardReply {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') cardId: string;
  @Column('text') reason: string;
  @Column('text') remedy: string;
  @Column('uuid') byId: string;
  @Column('timestamptz') at: Date;
  @Column('text', { nullable: true }) verdict: 'ACCEPTED' | 'RETURNED' | null;
  @Column('text', { nullable: true }) verdictNote: string | null;
  @Column('uuid', { nullable: true }) verdictById: string | null;
  @Column('timestamptz', { nullable: true }) verdictAt: Date | null;
}
