import { DownloadOutlined } from '@ant-design/icons';
import type { Dto } from '@yikou/api-client';
import { Alert, Button, Drawer, Form } from 'antd';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CellProblems } from '../../../ui/CellProblems';
import { ListFilePicker } from '../../../ui/ListFilePicker';
import { Refused } from '../../../ui/Refused';
import { saveFile } from '../../../ui/save-file';
import { useReturnFocus } from '../../../ui/use-return-focus';
import { useSubmit } from '../../../ui/use-submit';
import { fetchReturnedBook, useImportDrafts } from '../api/import-drafts';

interface Props {
  /** Chooses the department that reviews, which the organisation knows. */
  reviewerField: ReactNode;
  onClose: () => void;
}

interface Entered {
  reviewUnitId?: string;
}

const WIDTH = 720;

/** A whole book is taken into drafts: tried first, then imported. */
export function ImportDraftsDrawer({ reviewerField, onClose }: Props) {
  const { t } = useTranslation();
  useReturnFocus();
  const [form] = Form.useForm<Entered>();
  const [file, setFile] = useState<File | null>(null);
  const dryRun = useRef(true);
  const [outcome, setOutcome] = useState<Dto<'DraftImportDto'> | null>(null);
  const { mutateAsync } = useImportDrafts();
  const { submit, refusal, pending } = useSubmit(form, async ({ reviewUnitId }: Entered) => {
    if (!file) return;
    setOutcome(null);
    setOutcome(await mutateAsync({ file, dryRun: dryRun.current, reviewUnitId }));
  });
  const send = (dry: boolean) => {
    dryRun.current = dry;
    form.submit();
  };
  const choose = (chosen: File | null) => {
    setFile(chosen);
    setOutcome(null);
  };
  return (
    <Drawer open onClose={onClose} size={WIDTH} title={t('draftImport.title')}>
      <Form<Entered>
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={(entered) => void submit(entered)}
      >
        <p className="dialog-intro">{t('draftImport.intro')}</p>
        <ListFilePicker label={t('draftImport.file')} file={file} onFile={choose} />
        <Form.Item
          name="reviewUnitId"
          label={t('draft.reviewUnit')}
          extra={t('draftImport.reviewerNote')}
        >
          {reviewerField}
        </Form.Item>
        <Refused error={refusal} />
        <p className="panel-actions">
          <Button disabled={!file} loading={pending} onClick={() => send(true)}>
            {t('listImport.try')}
          </Button>
          <Button type="primary" disabled={!file} loading={pending} onClick={() => send(false)}>
            {t('listImport.do')}
          </Button>
        </p>
        {outcome && file && <Outcome outcome={outcome} file={file} />}
      </Form>
    </Drawer>
  );
}

function Outcome({ outcome, file }: { outcome: Dto<'DraftImportDto'>; file: File }) {
  const { t } = useTranslation();
  const { composed, revised, unchanged, problemCount, problems, isDone } = outcome;
  const counts = t('draftImport.counts', { composed, revised, unchanged });
  if (problemCount === 0) {
    const title = t(isDone ? 'draftImport.done' : 'draftImport.wouldDo');
    return (
      <Alert
        role="status"
        type={isDone ? 'success' : 'info'}
        showIcon
        title={title}
        description={counts}
      />
    );
  }
  return (
    <section>
      <Alert
        role="status"
        type="error"
        showIcon
        title={t('listImport.problems', { count: problemCount })}
        description={t('draftImport.nothingDone')}
      />
      <p className="panel-actions">
        <ReturnedBook file={file} />
      </p>
      <CellProblems problems={problems} count={problemCount} />
    </section>
  );
}

function ReturnedBook({ file }: { file: File }) {
  const { t } = useTranslation();
  const [error, setError] = useState<unknown>(null);
  const [pending, setPending] = useState(false);
  const fetch = async () => {
    setPending(true);
    setError(null);
    try {
      const name = t('draftImport.returnedName', { name: file.name.replace(/\.\w{1,5}$/, '') });
      saveFile((await fetchReturnedBook(file)) as Blob, `${name}.xlsx`);
    } catch (refused) {
      setError(refused);
    } finally {
      setPending(false);
    }
  };
  return (
    <>
      <Button
        icon={<DownloadOutlined aria-hidden />}
        loading={pending}
        onClick={() => void fetch()}
      >
        {t('draftImport.returned')}
      </Button>
      <Refused error={error} />
    </>
  );
}
