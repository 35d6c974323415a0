import { Injectable } from '@nestjs/common';
import { BlindIndex, FieldCipher } from '@yikou/platform';

/** Tables beside the applicants' that keep a person, with the same columns for the same things. */
export type PeopleTable = 'case_agents' | 'appointments' | 'preregistrations' | 'home_visits';

const COLUMNS = {
  name: 'name',
  identityNumber: 'identity_number',
  telephone: 'telephone',
  address: 'address',
} as const;

export interface PersonInClear {
  name: string;
  identityNumber: string;
  telephone: string;
}

export interface SealedPerson extends PersonInClear {
  identityIndex: string;
  telephoneIndex: string;
}

/** Seals whoever comes in other ways than as the applicant of a case (P5; 个人信息保护法第五十一条). */
@Injectable()
export class SealedPeople {
  constructor(
    private readonly cipher: FieldCipher,
    private readonly index: BlindIndex,
  ) {}

  seal(
    table: PeopleTable,
    id: string,
    { name, identityNumber, telephone }: PersonInClear,
  ): SealedPerson {
    const sealed = (field: keyof PersonInClear, text: string) =>
      this.cipher.encrypt(text, placeOf(table, field, id));
    return {
      name: sealed('name', name),
      identityNumber: sealed('identityNumber', identityNumber),
      telephone: sealed('telephone', telephone),
      identityIndex: this.index.of('identityNumber', identityNumber),
      telephoneIndex: this.index.of('telephone', telephone),
    };
  }

  open(table: PeopleTable, id: string, person: PersonInClear): PersonInClear {
    const opened = (field: keyof PersonInClear) =>
      this.cipher.decrypt(person[field], placeOf(table, field, id));
    return {
      name: opened('name'),
      identityNumber: opened('identityNumber'),
      telephone: opened('telephone'),
    };
  }

  sealAddress(table: PeopleTable, id: string, address: string | null | undefined): string | null {
    return address ? this.cipher.encrypt(address, placeOf(table, 'address', id)) : null;
  }

  openAddress(table: PeopleTable, id: string, sealed: string | null): string | null {
    return sealed && this.cipher.decrypt(sealed, placeOf(table, 'address', id));
  }

  /** What the index holds for an identity number in its one written form, under every key in use. */
  soughtAs(identityNumber: string): string[] {
    return this.index.candidates('identityNumber', identityNumber);
  }
}

/** A value belongs to its row and column: copied to another it does not open. */
const placeOf = (table: PeopleTable, field: keyof typeof COLUMNS, id: string) =>
  `${table}.${COLUMNS[field]}:${id}`;
