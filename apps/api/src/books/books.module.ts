import { Module } from '@nestjs/common';
import { BookQueries } from './book.queries.js';
import { BooksController } from './books.controller.js';
import { CompareBooks } from './compare-books.js';
import { CompileBook } from './compile-book.js';
import { DownloadBook } from './download-book.js';
import { PrintBooks } from './print-books.js';

@Module({
  controllers: [BooksController],
  providers: [BookQueries, CompareBooks, CompileBook, DownloadBook, PrintBooks],
  exports: [BookQueries, PrintBooks],
})
export class BooksModule {}
