import { GlobalOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { LANGUAGES, speak } from '../../messages/i18n';

/** Names the other language in that language. */
export function LanguageSwitch() {
  const { i18n } = useTranslation();
  const other = i18n.language === 'en' ? 'zh-CN' : 'en';
  return (
    <Button type="text" lang={other} icon={<GlobalOutlined />} onClick={() => void speak(other)}>
      {LANGUAGES[other]}
    </Button>
  );
}
