import { App, Form, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { DayPicker } from '../../../ui/DayPicker';
import { FormDialog } from '../../../ui/FormDialog';
import { EXPORT_FORMATS, exportAudit, type ExportWanted } from '../api/export';
import { saveFile } from '../../../ui/save-file';

interface Props {
  from: string | undefined;
  until: string | undefined;
  onClose: () => void;
}

/** Asks for days and a format, and saves the file. */
export function ExportDialog({ from, until, onClose }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const send = async (wanted: ExportWanted): Promise<void> => {
    const file = await exportAudit(wanted);
    saveFile(file, `${t('auditExport.fileName', { ...wanted })}.${wanted.format}`);
    void message.success(t('auditExport.done'));
    onClose();
  };
  const needed = (field: string) => [{ required: true, message: t('common.choose', { field }) }];
  return (
    <FormDialog<ExportWanted>
      title={t('auditExport.title')}
      okText={t('auditExport.submit')}
      intro={t('auditExport.note')}
      initial={{ format: 'csv', ...(from ? { from } : {}), ...(until ? { until } : {}) }}
      onSubmit={send}
      onClose={onClose}
    >
      <div className="export-period">
        <Form.Item name="from" label={t('audit.from')} rules={needed(t('audit.from'))}>
          <DayPicker />
        </Form.Item>
        <Form.Item name="until" label={t('audit.until')} rules={needed(t('audit.until'))}>
          <DayPicker />
        </Form.Item>
      </div>
      <Form.Item name="format" label={t('auditExport.format')}>
        <Radio.Group
          options={EXPORT_FORMATS.map((value) => ({
            value,
            label: t(`auditExport.formats.${value}`),
          }))}
        />
      </Form.Item>
    </FormDialog>
  );
}
