import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A year whose holidays were published, and where. */
@Entity('calendar_years')
export class PublishedYear {
  @PrimaryColumn('int') year: number;
  @Column('text') source: string;
}

/** A named day off or a make-up working day. */
@Entity('calendar_days')
export class CalendarDay {
  @PrimaryColumn('date') date: string;
  @Column('int') year: number;
  @Column('text') kind: 'OFF' | 'WORK';
  @Column('text') name: string;
}
