import { CloseCircleOutlined, DownloadOutlined, LoadingOutlined } from '@ant-design/icons';
import type { Dto } from '@yikou/api-client';
import { useTranslation } from 'react-i18next';
import { addressOfFile } from '../api/books';
import './book-files.css';

/** The formats of an edition: to be downloaded, or how far they are. */
export function BookFiles({ book }: { book: Dto<'BookDto'> }) {
  return (
    <ul className="book-files">
      {book.files.map((file) => (
        <li key={file.format}>
          <BookFile id={book.id} file={file} />
        </li>
      ))}
    </ul>
  );
}

function BookFile({ id, file: { format, state } }: { id: string; file: Dto<'BookFileDto'> }) {
  const { t } = useTranslation();
  if (state === 'READY') {
    return (
      <a
        href={addressOfFile(id, format)}
        download
        aria-label={t('books.download', { format })}
        onClick={(event) => event.stopPropagation()}
      >
        <DownloadOutlined aria-hidden /> {format}
      </a>
    );
  }
  const isWaiting = state === 'WAITING';
  return (
    <span className="book-file-other" role="status">
      {isWaiting ? <LoadingOutlined aria-hidden /> : <CloseCircleOutlined aria-hidden />}{' '}
      {t(isWaiting ? 'books.fileWaiting' : 'books.fileFailed', { format })}
    </span>
  );
}
