import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startLanguages } from '../messages/i18n';
import '../ui/base.css';
import '../ui/parts.css';
import '../ui/qr.css';
import { applyTokens } from '../ui/theme';
import { Providers } from './Providers';

applyTokens(document.documentElement);
await startLanguages();

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Providers />
    </StrictMode>,
  );
}
