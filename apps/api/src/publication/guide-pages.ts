import { Inject, Injectable } from '@nestjs/common';
import { standardOfVersion } from '@yikou/domain';
import { SETTINGS, type Settings } from '@yikou/platform';
import { BookQueries } from '../books/index.js';
import { CatalogQueries, type ItemVersion, type OfferingUnitDto } from '../catalog/index.js';
import { writeBrochure, writeGuide, writePoster, type GuideHeader } from '../documents/index.js';
import type { GuideSearchQueryDto } from './guide.dto.js';
import { GuideQueries } from './guide.queries.js';
import { frameOf, originFor, type Reader } from './guide-frame.js';
import { homePage } from './pages/home-page.js';
import { itemPage } from './pages/item-page.js';
import { robotsText, sitemap } from './pages/for-robots.js';
import { searchPage } from './pages/search-page.js';
import { STYLE_FILE } from './pages/style.js';
import { PrintedPapers } from './printed-papers.js';

/** What is answered, and what it changes with. */
export interface Stamped<T> {
  stamp: string;
  make: () => Promise<T>;
}

const PRINTERS = { guide: writeGuide, poster: writePoster, brochure: writeBrochure };
export type Paper = keyof typeof PRINTERS;
export const PAPERS = Object.keys(PRINTERS) as Paper[];

interface Printed {
  version: ItemVersion;
  offeredBy: readonly OfferingUnitDto[];
  /** Of the specification book that holds it. */
  edition: string | null;
}

/** The public pages, and the same guide on paper. */
@Injectable()
export class GuidePages {
  constructor(
    private readonly queries: GuideQueries,
    private readonly catalog: CatalogQueries,
    private readonly books: BookQueries,
    private readonly papers: PrintedPapers,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async home(reader: Reader): Promise<string> {
    const { district, ...facts } = await this.queries.home();
    return homePage(frameOf(this.settings, reader, district), facts);
  }

  async search(reader: Reader, { lang: _lang, ...query }: GuideSearchQueryDto): Promise<string> {
    const { district, found } = await this.queries.results(query);
    return searchPage(frameOf(this.settings, reader, district), query, found);
  }

  /** @throws DomainError `catalog.item_unknown` */
  async item(reader: Reader, code: string): Promise<Stamped<string>> {
    const stamp = await this.stampOf(reader, code);
    const make = async () => {
      const facts = await this.catalog.guide(code);
      return itemPage(frameOf(this.settings, reader, await this.queries.district()), facts);
    };
    return { stamp, make };
  }

  /** @throws DomainError `catalog.item_unknown`; ProblemError `publication.printer_busy` */
  async paper(reader: Reader, code: string, paper: Paper): Promise<Stamped<Buffer>> {
    const edition = await this.books.editionWith(code);
    const stamp = `${await this.stampOf(reader, code)} ${edition ?? 'no edition'} ${paper}`;
    const print = async () => {
      const { version, offeredBy } = await this.catalog.guide(code);
      const header = this.headerOf(reader, await this.queries.district(), {
        ...{ version, offeredBy, edition },
      });
      return (await PRINTERS[paper](standardOfVersion(version), header)).bytes;
    };
    return { stamp, make: () => this.papers.paper(stamp, print) };
  }

  /** For search engines. */
  async sitemap(reader: Reader): Promise<string> {
    return sitemap(originFor(this.settings, reader), await this.queries.listed());
  }

  robots(reader: Reader): string {
    return robotsText(originFor(this.settings, reader));
  }

  /** With a new look the pages are new as well. */
  private async stampOf(reader: Reader, code: string): Promise<string> {
    const { language } = reader;
    return [
      await this.catalog.stamp(code),
      language,
      originFor(this.settings, reader),
      STYLE_FILE,
    ].join(' ');
  }

  private headerOf(
    reader: Reader,
    district: string,
    { version, offeredBy, edition }: Printed,
  ): GuideHeader {
    return {
      district,
      edition,
      version: version.number,
      date: version.effectiveFrom,
      url: `${originFor(this.settings, reader)}/guide/items/${encodeURIComponent(version.itemCode)}`,
      supervisionTelephone: this.settings.public.supervisionTelephone,
      places: offeredBy.map(({ name, address, telephone, openingHours, opensAt, closesAt }) => ({
        ...{ name, address, telephone },
        hours: openingHours ?? `工作日 ${opensAt}–${closesAt}`,
      })),
    };
  }
}
