import { DownloadOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Drawer, Form, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ListFilePicker } from '../../../ui/ListFilePicker';
import { Refused } from '../../../ui/Refused';
import { useReturnFocus } from '../../../ui/use-return-focus';
import { useSubmit } from '../../../ui/use-submit';
import { importQuery, templateAddress, useSubmitList } from '../api/imports';
import { AreaSelect } from '../AreaSelect';
import { ImportReport } from './ImportReport';
import './imports.css';

interface Props {
  /** Null for a new one. */
  importId: string | null;
  onClose: () => void;
}

interface Entered {
  area: string;
  level?: 'STREET' | 'COMMUNITY';
}

const WIDTH = 720;
const FORMATS = ['xlsx', 'csv', 'json'] as const;

/** A list is handed in: tried first, then imported; or how an earlier import went. */
export function ImportDrawer({ importId, onClose }: Props) {
  const { t } = useTranslation();
  useReturnFocus();
  return (
    <Drawer open onClose={onClose} size={WIDTH} title={t('listImport.title')}>
      {importId ? <EarlierImport id={importId} /> : <NewImport />}
    </Drawer>
  );
}

function EarlierImport({ id }: { id: string }) {
  const found = useQuery(importQuery(id));
  return (
    <>
      {found.data && (
        <p className="import-title">
          {found.data.areaName} · {found.data.fileName}
        </p>
      )}
      <ImportReport id={id} />
    </>
  );
}

function NewImport() {
  const { t } = useTranslation();
  const [form] = Form.useForm<Entered>();
  const [file, setFile] = useState<File | null>(null);
  const [dryRun, setDryRun] = useState(true);
  const [started, setStarted] = useState<string | null>(null);
  const { mutateAsync } = useSubmitList();
  const { submit, refusal, pending } = useSubmit(form, async ({ area, level }: Entered) => {
    if (!file) return;
    const { id } = await mutateAsync({ area, level, dryRun, file });
    setStarted(id);
  });
  const send = (dry: boolean) => {
    setDryRun(dry);
    form.submit();
  };
  return (
    <Form<Entered>
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={(entered) => void submit(entered)}
    >
      <TemplateLinks />
      <Form.Item
        name="area"
        label={t('combing.area')}
        rules={[{ required: true, message: t('common.choose', { field: t('combing.area') }) }]}
      >
        <AreaSelect />
      </Form.Item>
      <Form.Item name="level" label={t('listImport.levels')}>
        <Select
          allowClear
          placeholder={t('listImport.allLevels')}
          options={(['STREET', 'COMMUNITY'] as const).map((level) => ({
            value: level,
            label: t(`level.${level}`),
          }))}
        />
      </Form.Item>
      <ListFilePicker label={t('listImport.file')} file={file} onFile={setFile} />
      <Refused error={refusal} />
      <p className="panel-actions">
        <Button disabled={!file} loading={pending && dryRun} onClick={() => send(true)}>
          {t('listImport.try')}
        </Button>
        <Button
          type="primary"
          disabled={!file}
          loading={pending && !dryRun}
          onClick={() => send(false)}
        >
          {t('listImport.do')}
        </Button>
      </p>
      {started && <ImportReport key={started} id={started} />}
    </Form>
  );
}

function TemplateLinks() {
  const { t } = useTranslation();
  return (
    <p className="import-line import-templates">
      <DownloadOutlined aria-hidden /> {t('combing.template')}
      {FORMATS.map((format) => (
        <a key={format} href={templateAddress(format)} download>
          {format.toUpperCase()}
        </a>
      ))}
    </p>
  );
}
