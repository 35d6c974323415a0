import { PaperClipOutlined, UploadOutlined } from '@ant-design/icons';
import type { Dto } from '@yikou/api-client';
import { App, Button, Upload } from 'antd';
import { useTranslation } from 'react-i18next';
import { Refused } from '../../ui/Refused';
import { useChangeAuthorisation } from './api';

/** The signed document as it was scanned, and the place to hand it in. */
export function SignedDocument({ row }: { row: Dto<'AuthorisationDto'> }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { mutate, isPending, error } = useChangeAuthorisation();
  const attach = (file: File) =>
    mutate(
      { does: 'attachDocument', id: row.id, file },
      { onSuccess: () => void message.success(t('authorisations.attached')) },
    );
  return (
    <div className="signed-document no-print">
      {row.scanName ? (
        <a href={`/api/v1/authorisations/${row.id}/document`} download>
          <PaperClipOutlined aria-hidden /> {t('authorisations.scan', { name: row.scanName })}
        </a>
      ) : (
        <span className="cell-sub">{t('authorisations.noScan')}</span>
      )}
      {row.allowedActions.includes('attachDocument') && (
        <Upload
          showUploadList={false}
          beforeUpload={(file) => {
            attach(file);
            return false;
          }}
        >
          <Button size="small" icon={<UploadOutlined aria-hidden />} loading={isPending}>
            {t(row.scanName ? 'authorisations.attachAgain' : 'authorisations.attach')}
          </Button>
        </Upload>
      )}
      <Refused error={error} />
    </div>
  );
}
