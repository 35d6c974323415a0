import { Injectable } from '@nestjs/common';
import { bookDifferencesOf, type BookDifference } from '@yikou/domain';
import { Transactions } from '@yikou/platform';
import { contentsOfBook } from './book-contents.js';
import type { BookDifferenceDto, BookDifferencesDto } from './book.dto.js';
import { BookQueries } from './book.queries.js';

/** What an edition changed against another one (R32). */
@Injectable()
export class CompareBooks {
  constructor(
    private readonly transactions: Transactions,
    private readonly books: BookQueries,
  ) {}

  /** @throws DomainError `catalog.book_unknown` */
  run(from: string, to: string): Promise<BookDifferencesDto> {
    return this.transactions.read(async (tx) => {
      for (const id of [from, to]) await this.books.one(id, tx);
      const [before, after] = [await contentsOfBook(tx, from), await contentsOfBook(tx, to)];
      return { items: bookDifferencesOf(before, after).map(drawDifference) };
    });
  }
}

export function drawDifference({ from, to, ...rest }: BookDifference): BookDifferenceDto {
  return {
    ...rest,
    fromVersionId: from?.versionId ?? null,
    toVersionId: to?.versionId ?? null,
    fromNumber: from?.number ?? null,
    toNumber: to?.number ?? null,
  };
}
