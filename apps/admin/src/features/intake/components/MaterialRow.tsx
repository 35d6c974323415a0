import {
  CloseOutlined,
  PaperClipOutlined,
  ReloadOutlined,
  UploadOutlined,
} from '@ant-design/icons';
import type { Dto } from '@yikou/api-client';
import { Button, Checkbox, Progress, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FileDrawer } from '../../../ui/FileDrawer';
import { sentenceOf } from '../../../ui/problem';
import type { StagedFile } from '../use-staged-files';

const SCANS = '.pdf,.jpg,.jpeg,.png,.webp,.docx,.xlsx';

export interface RowMaterial extends Dto<'MaterialDto'> {
  position: number;
  received: boolean;
  files: KeptFile[];
}

export interface KeptFile {
  id: string;
  name: string;
  href: string;
  /** Null for what can only be downloaded. */
  shownAs: 'pdf' | 'image' | null;
}

export interface RowActions {
  onReceive: (position: number, received: boolean) => void;
  onAttach: (position: number, file: File) => void;
  onRemove: (id: string) => void;
  onRetry: (file: StagedFile) => void;
}

interface Props {
  material: RowMaterial;
  staged: StagedFile[];
  /** Without them the row is only read. */
  actions: RowActions | undefined;
}

export function MaterialRow({ material, staged, actions }: Props) {
  const { t } = useTranslation();
  const { position, name, form, copies, required, note, received, files } = material;
  return (
    <li className="material" data-missing={(required && !received) || undefined}>
      <Checkbox
        checked={received}
        disabled={!actions}
        aria-label={t('materials.receive', { name })}
        onChange={(event) => actions?.onReceive(position, event.target.checked)}
      />
      <div className="material-text">
        <p>
          <span className="material-name">{name}</span>
          <span className="tag" data-tone={required ? 'primary' : undefined}>
            {t(required ? 'guide.required' : 'guide.optional')}
          </span>
        </p>
        <p className="material-note">
          {t('guide.copies', { form: t(`form.${form}`), count: copies })}
          {note && ` · ${note}`}
        </p>
        {files.map((file) => (
          <KeptFileLink key={file.id} file={file} />
        ))}
        {staged.map((one) => (
          <StagedRow key={one.id} staged={one} actions={actions} />
        ))}
      </div>
      {actions && (
        <Upload
          multiple
          accept={SCANS}
          showUploadList={false}
          beforeUpload={(file) => {
            actions.onAttach(position, file);
            return false;
          }}
        >
          <Button
            size="small"
            icon={<UploadOutlined />}
            aria-label={t('materials.attachTo', { name })}
            title={t('materials.accepts')}
          >
            {t('materials.attach')}
          </Button>
        </Upload>
      )}
    </li>
  );
}

/** Opens beside the checklist what can be shown, and downloads the rest. */
function KeptFileLink({ file: { name, href, shownAs } }: { file: KeptFile }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  if (shownAs === null) {
    return (
      <a href={href} className="material-file" download>
        <PaperClipOutlined /> {name}
      </a>
    );
  }
  return (
    <>
      <Button
        type="link"
        size="small"
        className="material-file"
        icon={<PaperClipOutlined />}
        aria-label={t('files.preview', { name })}
        onClick={() => setOpen(true)}
      >
        {name}
      </Button>
      {open && (
        <FileDrawer
          title={name}
          kind={shownAs}
          address={`${href}/preview`}
          download={href}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

function StagedRow({ staged, actions }: { staged: StagedFile; actions: RowActions | undefined }) {
  const { t } = useTranslation();
  const { id, file, percent, error } = staged;
  return (
    <div className="material-staged" data-failed={error ? true : undefined}>
      <PaperClipOutlined />
      <span className="material-staged-name">{file.name}</span>
      {percent !== null ? (
        <Progress
          percent={percent}
          size="small"
          aria-label={t('materials.uploading', { percent })}
        />
      ) : (
        <span role={error ? 'alert' : undefined}>
          {error ? sentenceOf(error, t) : t('materials.staged')}
        </span>
      )}
      {error !== null && (
        <Button
          type="text"
          size="small"
          icon={<ReloadOutlined />}
          aria-label={t('common.retry')}
          onClick={() => actions?.onRetry(staged)}
        />
      )}
      {percent === null && (
        <Button
          type="text"
          size="small"
          icon={<CloseOutlined />}
          aria-label={`${t('materials.remove')} ${file.name}`}
          onClick={() => actions?.onRemove(id)}
        />
      )}
    </div>
  );
}
