import 'reflect-metadata';
import { readSettings } from '@yikou/platform';
import { createApp } from './create-app.js';

const settings = readSettings();
const app = await createApp(settings);
await app.listen({ port: settings.port, host: '0.0.0.0' });
