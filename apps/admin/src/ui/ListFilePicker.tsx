import { InboxOutlined } from '@ant-design/icons';
import { Form, Upload } from 'antd';
import { useTranslation } from 'react-i18next';

interface Props {
  label: string;
  file: File | null;
  onFile: (file: File | null) => void;
}

/** Chooses a list of items from the own disk; it is sent by whoever asked for it. */
export function ListFilePicker({ label, file, onFile }: Props) {
  const { t } = useTranslation();
  return (
    <Form.Item label={label}>
      <Upload.Dragger
        accept=".xlsx,.csv,.json"
        maxCount={1}
        fileList={file ? [{ uid: '1', name: file.name, size: file.size }] : []}
        beforeUpload={(chosen) => {
          onFile(chosen);
          return false;
        }}
        onRemove={() => onFile(null)}
      >
        <p aria-hidden>
          <InboxOutlined />
        </p>
        <p>{t('listImport.drop')}</p>
        <p className="soft">{t('listImport.dropHint')}</p>
      </Upload.Dragger>
    </Form.Item>
  );
}
