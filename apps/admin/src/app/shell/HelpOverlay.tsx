import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import './help.css';

const SHORTCUTS = {
  anywhere: [
    ['/', 'search'],
    ['?', 'help'],
  ],
  desk: [
    ['F2', 'findNext'],
    ['↑ ↓ Enter', 'choose'],
    ['F4', 'applicant'],
    ['F8', 'register'],
    ['F9', 'proceed'],
    ['F6', 'callNext'],
    ['F7', 'recall'],
  ],
  reception: [
    ['1 2 3', 'consultType'],
    ['F8', 'consultOpen'],
    ['F9', 'handOver'],
  ],
  lists: [
    ['↑ ↓', 'rows'],
    ['Enter', 'openRow'],
    ['C', 'claim'],
  ],
} as const;

interface Props {
  open: boolean;
  onClose: () => void;
}

export function HelpOverlay({ open, onClose }: Props) {
  const { t } = useTranslation();
  const groups = Object.keys(SHORTCUTS) as (keyof typeof SHORTCUTS)[];
  return (
    <Modal open={open} onCancel={onClose} footer={null} title={t('help.title')} width={480}>
      <div className="help">
        {groups.map((group) => (
          <section key={group}>
            <h3>{t(`help.${group}`)}</h3>
            <dl>
              {SHORTCUTS[group].map(([keys, does]) => (
                <div key={keys}>
                  <dt>
                    {keys.split(' ').map((key) => (
                      <kbd className="kbd" key={key}>
                        {key}
                      </kbd>
                    ))}
                  </dt>
                  <dd>{t(`help.${does}`)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
