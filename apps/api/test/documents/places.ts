import type { GuideHeader } from '../../src/documents/index.js';

const CENTRES = ['大学路', '五里堡', '德化街', '解放路', '铭功路'];

/** A header with more places than a guide shows, each of a usual length. */
export const guideHeader: GuideHeader = {
  district: '郑州市二七区',
  edition: '2026-1',
  version: 3,
  date: '2026-01-01',
  url: 'https://erqi.example.gov.cn/guide/EQ-T-05-001',
  places: CENTRES.map((name, i) => ({
    name: `${name}街道便民服务中心`,
    address: `郑州市二七区示例路${i + 1}号一楼大厅`,
    telephone: `0371-6600000${i}`,
    hours: '工作日 09:00–12:00，13:00–17:00',
  })),
  supervisionTelephone: '0371-12345',
};
