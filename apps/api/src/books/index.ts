export { BookQueries } from './book.queries.js';
export { SpecBook, SpecBookFile, SpecBookItem } from './book.entity.js';
export { BooksModule } from './books.module.js';
export { PrintBooks } from './print-books.js';
