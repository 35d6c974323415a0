import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Dto } from '@yikou/api-client';
import { App, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { QueryView } from '../../../ui/QueryView';
import { Refused } from '../../../ui/Refused';
import { useReturnFocus } from '../../../ui/use-return-focus';
import { compileBook, LEVELS, nextBookQuery, type Level } from '../api/books';
import './book-files.css';
import { ChangeList } from './ChangeList';

const WIDTH = 760;

/** Shows what the next edition would hold, and freezes it. */
export function CompileDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [level, setLevel] = useState<Level>('STREET');
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<unknown>(null);
  const next = useQuery(nextBookQuery(level));
  useReturnFocus();
  const compile = async () => {
    setPending(true);
    setRefusal(null);
    try {
      const { edition } = await compileBook(level);
      void message.success(t('books.compiled', { edition }));
      await client.invalidateQueries({ queryKey: ['books', 'list'] });
      onClose();
    } catch (error) {
      setRefusal(error);
    } finally {
      setPending(false);
    }
  };
  const isNew = (next.data?.changes.length ?? 0) > 0;
  return (
    <Modal
      open
      width={WIDTH}
      title={t('books.compile')}
      okText={t('books.confirm', { edition: next.data?.edition ?? '' })}
      cancelText={t('common.cancel')}
      okButtonProps={{ disabled: !isNew }}
      confirmLoading={pending}
      onCancel={onClose}
      onOk={() => void compile()}
    >
      <div className="book-next">
        <p>{t('books.compileNote')}</p>
        <Radio.Group
          aria-label={t('books.volume')}
          value={level}
          onChange={(event) => setLevel(event.target.value as Level)}
          options={LEVELS.map((value) => ({ value, label: t(`books.volumes.${value}`) }))}
        />
        <QueryView query={next} rows={4}>
          {(data) => <NextBook next={data} />}
        </QueryView>
      </div>
      <Refused error={refusal} />
    </Modal>
  );
}

function NextBook({ next }: { next: Dto<'NextBookDto'> }) {
  const { t } = useTranslation();
  const { edition, itemCount, inTheMaking, changes } = next;
  if (changes.length === 0) return <p role="status">{t('books.nothingNew')}</p>;
  return (
    <>
      <p role="status">
        {t('books.next', { edition, count: itemCount })}
        {inTheMaking > 0 && t('books.inTheMaking', { count: inTheMaking })}
      </p>
      <div className="book-changes" tabIndex={0} role="region" aria-label={t('books.changesTitle')}>
        <ChangeList label={t('books.changesTitle')} changes={changes} />
      </div>
    </>
  );
}
