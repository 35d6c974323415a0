import { Injectable } from '@nestjs/common';
import { checkTelephone, intakeError, intakeErrors, maskName, maskTelephone } from '@yikou/domain';
import { FieldCipher } from '@yikou/platform';
import type { ContactInputDto } from './consultation.dto.js';
import type { Consultation } from './reception.entity.js';

const placeOf = (column: string, id: string) => `consultations.${column}:${id}`;

/** Whom to answer, sealed for the database (P5). */
@Injectable()
export class SealedContacts {
  constructor(private readonly cipher: FieldCipher) {}

  /** @throws DomainError what is wrong with the telephone number */
  seal(id: string, contact: ContactInputDto): Partial<Consultation> {
    const name = contact.name.trim();
    const telephone = contact.telephone?.trim() ? checkedTelephone(contact.telephone) : null;
    return {
      contactName: this.cipher.encrypt(name, placeOf('contact_name', id)),
      contactNameMasked: maskName(name),
      contactTelephone:
        telephone && this.cipher.encrypt(telephone, placeOf('contact_telephone', id)),
      contactTelephoneMasked: telephone && maskTelephone(telephone),
    };
  }

  open(row: { id: string; contact_name: string | null; contact_telephone: string | null }) {
    const opened = (column: 'contact_name' | 'contact_telephone') => {
      const sealed = row[column];
      return sealed && this.cipher.decrypt(sealed, placeOf(column, row.id));
    };
    return { name: opened('contact_name'), telephone: opened('contact_telephone') };
  }
}

function checkedTelephone(text: string): string {
  const checked = checkTelephone(text);
  if (checked.valid) return checked.number;
  const { problem } = checked;
  const { title } = intakeErrors[problem];
  throw intakeError(problem, undefined, [
    { field: 'contact.telephone', code: problem, detail: title },
  ]);
}
