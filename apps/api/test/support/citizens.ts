import type { Dto } from './client.js';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** The nth made-up person, whose number passes GB 11643. */
export function citizen(n: number): Dto<'ApplicantInputDto'> {
  const body = `4101031962${String((n % 12) + 1).padStart(2, '0')}09${String(n % 1000).padStart(3, '0')}`;
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(body[i]), 0);
  return {
    kind: 'PERSON',
    name: `周${'甲乙丙丁戊己庚辛壬癸'[n % 10]}`,
    identityNumber: body + '10X98765432'[sum % 11],
    telephone: `139${String(37100000 + n).padStart(8, '0')}`,
  };
}
