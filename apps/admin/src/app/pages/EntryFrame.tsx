import { ConfigProvider } from 'antd';
import type { ReactNode } from 'react';
import { publicTheme } from '../../ui/theme';
import { useTitle } from '../../ui/use-title';
import { Brand } from '../shell/Brand';
import { LanguageSwitch } from '../shell/LanguageSwitch';
import '../shell/shell.css';
import './sign-in.css';

interface Props {
  title: string;
  intro: string;
  /** Beside the language, such as the way out. */
  tools?: ReactNode;
  /** Below the card. */
  below?: ReactNode;
  wide?: boolean;
  children: ReactNode;
}

/** Around what stands before the desk: one card, nothing else to go to. */
export function EntryFrame({ title, intro, tools, below, wide = false, children }: Props) {
  useTitle(title);
  return (
    <div className="sign-in">
      <header className="no-print">
        <Brand />
        <span>
          <LanguageSwitch />
          {tools}
        </span>
      </header>
      <main>
        <section className="sign-in-card" data-wide={wide || undefined}>
          <h1>{title}</h1>
          <p className="soft">{intro}</p>
          <ConfigProvider theme={publicTheme}>
            <div className="sign-in-body">{children}</div>
          </ConfigProvider>
        </section>
        {below}
      </main>
    </div>
  );
}
