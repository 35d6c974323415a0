import { Body, Controller, Get, Param, Post, Query, StreamableFile } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import { BOOK_FORMATS, type Actor, type BookFormat } from '@yikou/domain';
import { CurrentActor, Does } from '../identity/index.js';
import { PageQueryDto } from '../page.dto.js';
import { UuidParam, wordParam } from '../path-params.js';
import {
  BookDifferencesDto,
  BookDto,
  BookItemPageDto,
  BookPageDto,
  BookQueryDto,
  CompareBooksQueryDto,
  CompileBookDto,
  NextBookDto,
  NextBookQueryDto,
} from './book.dto.js';
import { BookQueries } from './book.queries.js';
import { CompareBooks } from './compare-books.js';
import { CompileBook } from './compile-book.js';
import { DownloadBook } from './download-book.js';

const FormatParam = wordParam(BOOK_FORMATS);

/** The 《政务服务事项标准化规范》 of streets and of communities (R32). */
@ApiTags('catalog')
@Controller('api/v1/spec-books')
export class BooksController {
  constructor(
    private readonly books: BookQueries,
    private readonly compileBook: CompileBook,
    private readonly compareBooks: CompareBooks,
    private readonly downloadBook: DownloadBook,
  ) {}

  @Get()
  @Does('book.read')
  @ApiOperation({ operationId: 'listBooks', summary: '标准化规范各版，新的在前，R32' })
  page(@Query() query: BookQueryDto): Promise<BookPageDto> {
    return this.books.page(query);
  }

  @Post()
  @Does('book.compile')
  @ApiBearerAuth()
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiOperation({ operationId: 'compileBook', summary: '编制并冻结新的一版，R32' })
  compile(@Body() body: CompileBookDto, @CurrentActor() actor: Actor): Promise<BookDto> {
    return this.compileBook.run(body, actor);
  }

  @Get('next')
  @Does('book.compile')
  @ApiBearerAuth()
  @ApiOperation({ operationId: 'previewNextBook', summary: '新的一版会收录和改动什么，R32' })
  next(@Query() { level }: NextBookQueryDto): Promise<NextBookDto> {
    return this.compileBook.next(level);
  }

  @Get(':id')
  @Does('book.read')
  @ApiOperation({ operationId: 'getBook', summary: '一版规范及其文件，R32' })
  one(@Param('id', UuidParam) id: string): Promise<BookDto> {
    return this.books.one(id);
  }

  @Get(':id/items')
  @Does('book.read')
  @ApiOperation({ operationId: 'listBookItems', summary: '一版规范收录的事项，R32' })
  items(
    @Param('id', UuidParam) id: string,
    @Query() query: PageQueryDto,
  ): Promise<BookItemPageDto> {
    return this.books.items(id, query);
  }

  @Get(':id/differences')
  @Does('book.read')
  @ApiOperation({ operationId: 'compareBooks', summary: '与另一版规范比较，R32' })
  differences(
    @Param('id', UuidParam) id: string,
    @Query() { from }: CompareBooksQueryDto,
  ): Promise<BookDifferencesDto> {
    return this.compareBooks.run(from, id);
  }

  @Get(':id/files/:format')
  @Does('book.read')
  @ApiProduces('application/pdf', 'application/octet-stream')
  @ApiParam({ name: 'format', enum: BOOK_FORMATS, enumName: 'BookFormat' })
  @ApiOkResponse({ description: '文件', schema: { type: 'string', format: 'binary' } })
  @ApiOperation({ operationId: 'downloadBook', summary: '下载规范文件，R32' })
  file(
    @Param('id', UuidParam) id: string,
    @Param('format', FormatParam) format: BookFormat,
  ): Promise<StreamableFile> {
    return this.downloadBook.run(id, format);
  }
}
