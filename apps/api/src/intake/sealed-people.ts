import { Injectable } from '@nestjs/common';
import { maskName, type ApplicantInput } from '@yikou/domain';
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

/** Whoever comes, is visited, or sends in data beforehand, as a row keeps them. */
export interface SealedVisitor {
  applicantKind: 'PERSON' | 'ORGANISATION';
  /** Masked. */
  applicantName: string;
  name: string | null;
  identityNumber: string | null;
  telephone: string | null;
  address: string | null;
}

/** What is deleted of a person when nothing is left to be done for them. */
export const FORGOTTEN = `name = NULL, identity_number = NULL, telephone = NULL, address = NULL,
  identity_index = NULL, telephone_index = NULL`;

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

  sealVisitor(table: PeopleTable, id: string, { kind, address, ...person }: ApplicantInput) {
    return {
      ...this.seal(table, id, person),
      applicantKind: kind,
      applicantName: maskName(person.name),
      address: address ? this.cipher.encrypt(address, placeOf(table, 'address', id)) : null,
    };
  }

  /** @returns nothing for one whose data were deleted */
  openVisitor(
    table: PeopleTable,
    { id, ...row }: SealedVisitor & { id: string },
  ): ApplicantInput | undefined {
    const { name, identityNumber, telephone, address } = row;
    if (name === null || identityNumber === null || telephone === null) return undefined;
    return {
      kind: row.applicantKind,
      ...this.open(table, id, { name, identityNumber, telephone }),
      address: address && this.cipher.decrypt(address, placeOf(table, 'address', id)),
    };
  }

  /** Where the sealed identity number of a row belongs. */
  identityPlace(table: PeopleTable, id: string): string {
    return placeOf(table, 'identityNumber', id);
  }
}

/** A value belongs to its row and column: copied to another it does not open. */
const placeOf = (table: PeopleTable, field: keyof typeof COLUMNS, id: string) =>
  `${table}.${COLUMNS[field]}:${id}`;
