import { Drawer } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './file-drawer.css';
import { useReturnFocus } from './use-return-focus';

interface Props {
  title: string;
  /** Of our own: nothing else may stand in a frame of ours. */
  address: string;
  kind: 'pdf' | 'image';
  /** Where it is downloaded from; telephones show no PDF inside a page. */
  download?: string;
  extra?: ReactNode;
  onClose: () => void;
}

/** A file beside what it belongs to. */
export function FileDrawer({ title, address, kind, download, extra, onClose }: Props) {
  const { t } = useTranslation();
  useReturnFocus();
  return (
    <Drawer
      open
      size="large"
      title={title}
      extra={extra}
      onClose={onClose}
      styles={{ body: { padding: 0 } }}
    >
      <div className="file-drawer">
        {kind === 'pdf' ? (
          <iframe src={address} title={title} />
        ) : (
          <img src={address} alt={title} />
        )}
        {download && (
          <a href={download} download>
            {t('files.download')}
          </a>
        )}
      </div>
    </Drawer>
  );
}
