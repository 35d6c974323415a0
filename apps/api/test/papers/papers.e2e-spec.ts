import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accepted, APPLICANT, registered, walk, type Case } from '../support/cases.js';
import type { Client, Dto, Problem } from '../support/client.js';
import { countQueries } from '../support/count-queries.js';
import { openDistrict, type District } from '../support/district.js';
import { textOf } from './text-of.js';

type Paper = Dto<'PaperDto'>;
type Kind = Paper['kind'];

const ITEM = 'EQ-T-05-001';

describe('papers of a case', () => {
  let district: District;
  let clerk: Client;
  const issued: Paper[] = [];

  beforeAll(async () => {
    district = await openDistrict();
    clerk = await district.as('dxl-clerk1');
  });
  afterAll(() => district.close());

  const list = ({ id }: Pick<Case, 'id'>, who = clerk) =>
    who.get<Dto<'CasePapersDto'>>(`/api/v1/cases/${id}/papers`);
  const offered = async (kase: Case) => (await list(kase)).offered.map(({ kind }) => kind);
  const issue = async (kase: Case, kind: Kind): Promise<Paper> => {
    const { offered: found } = await list(kase);
    const subject = found.find((one) => one.kind === kind)?.subject ?? '';
    const paper = await clerk.do<Paper>(`/api/v1/cases/${kase.id}/papers`, { kind, subject });
    issued.push(paper);
    return paper;
  };
  const fileOf = async ({ id }: Pick<Paper, 'id'>, who = clerk): Promise<Buffer> => {
    const answer = await fetch(`${district.url}/api/v1/papers/${id}/file`, {
      headers: { authorization: `Bearer ${who.token}` },
    });
    expect(answer.status).toBe(200);
    return Buffer.from(await answer.arrayBuffer());
  };
  const stored = async (): Promise<number> => {
    const folder = path.join(district.settings.dataFolder, 'files');
    const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
    return found.filter((entry) => entry.isFile()).length;
  };
  const page = async (at: string): Promise<{ status: number; text: string; policy: string }> => {
    const answer = await fetch(`${district.url}${at}`);
    return {
      status: answer.status,
      text: await answer.text(),
      policy: answer.headers.get('content-security-policy') ?? '',
    };
  };

  it('are offered as the case goes on, numbered without a gap, each once', async () => {
    let kase = await registered(clerk, ITEM);
    expect(await offered(kase)).toEqual(['RECEIPT']);
    const receipt = await issue(kase, 'RECEIPT');
    expect(receipt).toMatchObject({
      title: '申请材料收件凭证',
      number: '大学路便民收〔2026〕1号',
      prints: 0,
      allowedActions: ['read', 'print', 'withdraw'],
    });
    const again = await clerk.post<Problem>(`/api/v1/cases/${kase.id}/papers`, { kind: 'RECEIPT' });
    expect([again.status, again.body.code]).toEqual([409, 'paper.issued_already']);
    const early = await clerk.post<Problem>(`/api/v1/cases/${kase.id}/papers`, {
      kind: 'DECISION',
    });
    expect([early.status, early.body.code]).toEqual([409, 'paper.not_called_for']);
    const missing = [{ name: '居民户口簿', howToGet: '到户籍所在地派出所补办' }];
    kase = await clerk.perform(kase, 'request-supplement', { missing });
    expect(await offered(kase)).toEqual(['NOTICE']);
    await issue(kase, 'NOTICE');
    kase = await clerk.perform(kase, 'supplement', { receivedMaterials: [0, 1, 2, 3, 4, 5] });
    kase = await clerk.perform(kase, 'accept');
    expect(await offered(kase)).toEqual(['ACCEPTANCE']);
    await issue(kase, 'ACCEPTANCE');
    kase = await walk(district, kase, ({ issuedAt }) => issuedAt !== null);
    expect(await offered(kase)).toEqual(['DECISION', 'DELIVERY_RECEIPT']);
    await issue(kase, 'DECISION');
    await issue(kase, 'DELIVERY_RECEIPT');
    expect((await list(kase)).items).toHaveLength(5);
    const refused = await registered(clerk, ITEM);
    const remedy = '可以在六十日内向二七区人民政府申请行政复议。';
    await clerk.perform(refused, 'refuse', { reason: '不属于本机关职权范围', remedy });
    await issue(refused, 'REFUSAL');
  });

  it('R57: only the counter that took the case issues them; the scope of the case hides them', async () => {
    const kase = await accepted(clerk, ITEM);
    const paper = await issue(kase, 'ACCEPTANCE');
    const foreign = await district.as('jzj-clerk1');
    for (const at of [`cases/${kase.id}/papers`, `papers/${paper.id}/file`]) {
      expect((await foreign.send('GET', `/api/v1/${at}`)).status).toBe(404);
    }
    expect((await foreign.post(`/api/v1/papers/${paper.id}/print`, {})).status).toBe(404);
    const supervisor = await district.as('erqi-supervisor');
    expect((await list(kase, supervisor)).items[0]?.allowedActions).toEqual([]);
    expect((await supervisor.send('GET', `/api/v1/papers/${paper.id}/file`)).status).toBe(403);
  });

  it('twenty at once get twenty numbers in a row, and one case gets one paper', async () => {
    const cases: Case[] = [];
    for (let n = 0; n < 20; n++) cases.push(await registered(clerk, ITEM));
    const numbers = await Promise.all(
      cases.map(async (kase) => {
        const both = await Promise.all(
          [1, 2].map(() =>
            clerk.post<Paper>(`/api/v1/cases/${kase.id}/papers`, { kind: 'RECEIPT' }),
          ),
        );
        expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
        return Number(
          /〕(\d+)号/.exec(both.find((one) => one.status === 201)?.body.number ?? '')?.[1],
        );
      }),
    );
    numbers.sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, n) => n + 2));
    const rows: { files: number }[] = await district.sql.query(
      'SELECT count(*)::int AS files FROM papers',
    );
    expect(await stored()).toBe(rows[0]?.files);
  });

  it('say what the law asks for: whom, what, why, until when, where to turn', async () => {
    const told = async (kind: Kind) => {
      const paper = issued.find((one) => one.kind === kind);
      return textOf(await fileOf(paper ?? { id: '' }));
    };
    const everywhere = ['郑州市二七区大学路街道便民服务中心', '扫码核验', '第1页 共1页'];
    const words: [Kind, string[]][] = [
      ['RECEIPT', ['不表示申请已被受理', '申请人居民身份证', '第三十二条']],
      ['NOTICE', ['一次性告知如下', '到户籍所在地派出所补办', '第三十二条第一款第四项']],
      ['ACCEPTANCE', ['第三十二条第一款第五项', '22个工作日', '2026年4月10日前（含当日）办结']],
      [
        'REFUSAL',
        ['不属于本机关职权范围。', '决定不予受理', '六十日内向二七区人民政府申请行政复议'],
      ],
      ['DECISION', ['现决定准予办理', '办理意见：同意。', '二七区民政局']],
      ['DELIVERY_RECEIPT', ['第四十四条', '收件人签名或盖章', '办理结果通知书']],
    ];
    for (const [kind, expected] of words) {
      const text = await told(kind);
      for (const word of [...everywhere, APPLICANT.name, ...expected]) {
        expect(text).toContain(word.replaceAll(/\s/g, ''));
      }
      expect(text).not.toContain(APPLICANT.identityNumber);
      expect(text).not.toContain(APPLICANT.telephone);
      if (kind !== 'DELIVERY_RECEIPT') expect(text).toContain('1101**********002X');
    }
  });

  it('printed again it is the same to the byte, under its number, and counted', async () => {
    for (const paper of issued) {
      const first = await fileOf(paper);
      expect(createHash('sha256').update(first).digest('hex')).toBe(paper.sha256);
      expect((await fileOf(paper)).equals(first)).toBe(true);
      const pdf = await PDFDocument.load(first);
      expect([pdf.getPageCount(), pdf.getTitle()]).toEqual([1, `${paper.title} ${paper.number}`]);
    }
    const [paper] = issued as [Paper];
    await clerk.do(`/api/v1/papers/${paper.id}/print`, {});
    const second = await clerk.do<Paper>(`/api/v1/papers/${paper.id}/print`, {});
    expect([second.prints, second.number, second.sha256]).toEqual([2, paper.number, paper.sha256]);
  });

  it('many are printed as one file, in their order, and refused as a whole where one is withdrawn', async () => {
    const paperIds = issued.map(({ id }) => id);
    const answer = await fetch(`${district.url}/api/v1/papers/print`, {
      method: 'POST',
      headers: { authorization: `Bearer ${clerk.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ paperIds }),
    });
    expect(answer.status).toBe(200);
    const pdf = await PDFDocument.load(Buffer.from(await answer.arrayBuffer()));
    expect(pdf.getPageCount()).toBe(issued.length);
    const [paper] = issued as [Paper];
    const withdrawn = await clerk.do<Paper>(`/api/v1/papers/${paper.id}/withdraw`, {
      reason: '材料份数有误',
    });
    expect(withdrawn).toMatchObject({ allowedActions: ['read'], withdrawalReason: '材料份数有误' });
    const refused = await clerk.post<Problem>('/api/v1/papers/print', { paperIds });
    expect([refused.status, refused.body.code]).toEqual([409, 'paper.is_withdrawn']);
    const anew = await clerk.do<Paper>(`/api/v1/cases/${paper.caseId}/papers`, { kind: 'RECEIPT' });
    expect(anew.number).toBe('大学路便民收〔2026〕22号');
  });

  it('anybody verifies one by its code: valid, withdrawn, unknown; nothing personal in clear', async () => {
    const [withdrawn, valid] = issued as [Paper, Paper];
    const good = await page(valid.verificationPath);
    expect(good.status).toBe(200);
    expect(good.policy).toContain("default-src 'none'");
    for (const text of ['✓ 经核验，这份文书有效', valid.number, '大学路街道便民服务中心', '赵**']) {
      expect(good.text).toContain(text);
    }
    expect(good.text).not.toContain(APPLICANT.name);
    expect((await page(withdrawn.verificationPath)).text).toContain('■ 这份文书已经作废');
    const typed = valid.verificationPath.split('/').at(-1)?.toLowerCase();
    expect((await page(`/verify?code=${typed}&lang=en`)).text).toContain('genuine and valid');
    for (const wrong of ['/verify/00000000000000000000', '/verify/%27%3B', '/verify?code=<b>']) {
      const answer = await page(wrong);
      expect([answer.status, answer.text.includes('没有查到这份文书')]).toEqual([404, true]);
      expect(answer.text).not.toContain('<b>');
    }
    expect((await page('/verify')).status).toBe(200);
  });

  it('each costs its fixed number of statements, and looking at one stands in the audit', async () => {
    const kase = await registered(clerk, ITEM);
    const counted = async (work: () => Promise<unknown>) =>
      (await countQueries(district, work)).length;
    let paper: Paper | undefined;
    const cost = {
      list: await counted(() => list(kase)),
      issue: await counted(async () => {
        paper = await clerk.do<Paper>(`/api/v1/cases/${kase.id}/papers`, { kind: 'RECEIPT' });
      }),
      file: await counted(() => fileOf(paper as Paper)),
      print: await counted(() => clerk.do(`/api/v1/papers/${paper?.id}/print`, {})),
      together: await counted(() =>
        clerk.post('/api/v1/papers/print', { paperIds: [paper?.id, issued[1]?.id, issued[2]?.id] }),
      ),
      verify: await counted(() => page(paper?.verificationPath ?? '')),
    };
    expect(cost).toEqual({ list: 8, issue: 14, file: 7, print: 8, together: 8, verify: 3 });
    const entries: { changes: string }[] = await district.sql.query(
      `SELECT changes::text FROM audit_entries WHERE changes::text LIKE '%"paper"%' ORDER BY at, seq`,
    );
    const told = entries.map(({ changes }) => changes).join('');
    expect(told).toContain(paper?.number);
    expect(told).toContain('seen');
    expect(told).not.toContain(APPLICANT.name);
  });
});
