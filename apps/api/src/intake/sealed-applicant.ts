import { Injectable } from '@nestjs/common';
import type { ApplicantInput } from '@yikou/domain';
import { BlindIndex, FieldCipher } from '@yikou/platform';
import type { Applicant } from './intake.entity.js';

/** What is sealed of an applicant, and the columns that hold it. */
const SEALED = {
  name: 'name',
  identityNumber: 'identity_number',
  telephone: 'telephone',
  address: 'address',
} as const;

type SealedField = keyof typeof SEALED;

/** A number by which an applicant may be found again. */
export type SoughtBy = 'identityNumber' | 'telephone';

/** Seals applicants for the database and opens them again (P5; 个人信息保护法第五十一条). */
@Injectable()
export class SealedApplicants {
  constructor(
    private readonly cipher: FieldCipher,
    private readonly index: BlindIndex,
  ) {}

  seal(id: string, applicant: ApplicantInput): Omit<Applicant, 'takingUnitId'> {
    const sealed = (field: Exclude<SealedField, 'address'>) =>
      this.cipher.encrypt(applicant[field], placeOf(field, id));
    const { address } = applicant;
    return {
      id,
      kind: applicant.kind,
      name: sealed('name'),
      identityNumber: sealed('identityNumber'),
      telephone: sealed('telephone'),
      address: address ? this.cipher.encrypt(address, placeOf('address', id)) : null,
      identityIndex: this.index.of('identityNumber', applicant.identityNumber),
      telephoneIndex: this.index.of('telephone', applicant.telephone),
    };
  }

  open(row: Pick<Applicant, 'id' | 'kind' | SealedField>): ApplicantInput {
    const opened = (field: Exclude<SealedField, 'address'>) =>
      this.cipher.decrypt(row[field], placeOf(field, row.id));
    return {
      kind: row.kind,
      name: opened('name'),
      identityNumber: opened('identityNumber'),
      telephone: opened('telephone'),
      address: row.address && this.cipher.decrypt(row.address, placeOf('address', row.id)),
    };
  }

  identityNumberOf(id: string, sealed: string): string {
    return this.cipher.decrypt(sealed, placeOf('identityNumber', id));
  }

  /** What the index holds for a number in its one written form, under every index key in use. */
  soughtAs(by: SoughtBy, number: string): string[] {
    return this.index.candidates(by, number);
  }
}

/** A value belongs to its row and column: copied to another it does not open. */
export const placeOf = (field: SealedField, id: string) => `applicants.${SEALED[field]}:${id}`;
