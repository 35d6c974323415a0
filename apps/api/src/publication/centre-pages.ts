import { Inject, Injectable } from '@nestjs/common';
import { publicationError } from '@yikou/domain';
import { SETTINGS, Transactions, type Settings, type Tx } from '@yikou/platform';
import { SearchQueries } from '../catalog/index.js';
import { frameOf, type Reader } from './guide-frame.js';
import { districtIn } from './guide.queries.js';
import { centrePage, type Hall } from './pages/centre-page.js';
import { ServicePromiseQueries } from './service-promises.queries.js';

const HALL = `SELECT u.id, u.code, u.kind, u.name, u.telephone, u.address, u.opens_at AS "opensAt",
    u.closes_at AS "closesAt", ARRAY(SELECT c.number FROM counters c
      WHERE c.unit_id = u.id AND c.kind = 'COMPREHENSIVE' ORDER BY c.number LIMIT 100) AS counters,
    (SELECT json_build_object('code', p.code, 'name', p.name) FROM units p JOIN areas s ON s.code = u.area_code
      WHERE u.kind = 'STATION' AND p.kind = 'CENTRE' AND p.area_code = s.parent_code LIMIT 1) AS centre
  FROM units u WHERE u.code = $1 AND u.kind IN ('CENTRE', 'STATION')`;

/** The public page of one centre or station: where it is, what it does, what it promises (R37, R76). */
@Injectable()
export class CentrePages {
  constructor(
    private readonly transactions: Transactions,
    private readonly search: SearchQueries,
    private readonly promises: ServicePromiseQueries,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** @throws DomainError `publication.centre_unknown` */
  page(reader: Reader, code: string): Promise<string> {
    return this.transactions.read(async (tx) => {
      const hall = await hallIn(tx, code);
      const facts = {
        hall,
        themes: (await this.search.themesIn(tx, { offeredBy: hall.id })).items,
        promises: hall.kind === 'CENTRE' ? await this.promises.standing(tx, hall.id) : [],
      };
      return centrePage(frameOf(this.settings, reader, await districtIn(tx)), facts);
    });
  }
}

async function hallIn(tx: Tx, code: string): Promise<Hall> {
  const [hall]: Hall[] = await tx.query(HALL, [code]);
  if (!hall) throw publicationError('publication.centre_unknown');
  return hall;
}
