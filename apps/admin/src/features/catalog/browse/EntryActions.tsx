import type { Dto } from '@yikou/api-client';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { sentenceOf } from '../../../ui/problem';
import { useReviseItem } from '../api/entry';
import { RetireDialog } from './RetireDialog';

/** What the server lets this person do with the item; nothing is decided here. */
export function EntryActions({ entry }: { entry: Dto<'CatalogEntryDto'> }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const [retiring, setRetiring] = useState(false);
  const revise = useReviseItem(entry.code);
  const may = (verb: (typeof entry.allowedActions)[number]) => entry.allowedActions.includes(verb);
  const begin = () =>
    revise.mutate(undefined, {
      onSuccess: ({ id }) => void navigate(`/catalog/drafts/${id}`),
      onError: (error) => void message.error(sentenceOf(error, t)),
    });
  return (
    <>
      {entry.versions.some(({ current }) => current) && (
        <Link to={`/items/${entry.code}`}>
          <Button>{t('entry.guide')}</Button>
        </Link>
      )}
      {may('retire') && (
        <Button danger onClick={() => setRetiring(true)}>
          {t('entry.retire')}
        </Button>
      )}
      {may('revise') && (
        <Button type="primary" loading={revise.isPending} onClick={begin}>
          {t('entry.revise')}
        </Button>
      )}
      {retiring && <RetireDialog code={entry.code} onClose={() => setRetiring(false)} />}
    </>
  );
}
