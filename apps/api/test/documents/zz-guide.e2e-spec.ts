import { writeFileSync } from 'node:fs';
import { it } from '@jest/globals';
import { sixtyThree } from './items.js';
import { writeGuide } from '../../src/documents/print/guide-pdf.js';
const header = {
  district: '郑州市二七区',
  edition: '2026-1',
  version: 1,
  date: '2026-01-01',
  url: 'https://erqi.example.gov.cn/guide/EQ-T-05-001',
  supervisionTelephone: '0371-12345',
  places: [
    '大学路街道便民服务中心',
    '五里堡街道便民服务中心',
    '德化街街道便民服务中心',
    '解放路街道便民服务中心',
    '铭功路街道便民服务中心',
  ].map((name, i) => ({
    name,
    address: `郑州市二七区示例路${i + 1}号一楼大厅`,
    telephone: `0371-6600000${i}`,
    hours: '工作日 09:00–12:00，13:00–17:00',
  })),
};
it('x', async () => {
  for (const item of sixtyThree()) {
    const t = Date.now();
    const { bytes, pages } = await writeGuide(item, {
      ...header,
      url: 'https://erqi.example.gov.cn/guide/' + item.code,
    });
    console.log(item.code, pages, bytes.length, Date.now() - t);
    writeFileSync(`/tmp/out/guide-${item.code}.pdf`, bytes);
  }
});
